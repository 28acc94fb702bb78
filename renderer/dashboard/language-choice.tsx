import { Button } from '../kit/button.tsx'
import { useLanguage } from '../kit/language-provider.tsx'
import { filter } from './place.ts'

/** The other language, named in itself. */
export function LanguageChoice() {
  const other = useLanguage() === 'fr' ? 'en' : 'fr'
  return (
    <span lang={other}>
      <Button look="quiet" onPress={() => filter({ lang: other })}>
        {other === 'fr' ? 'Français' : 'English'}
      </Button>
    </span>
  )
}
