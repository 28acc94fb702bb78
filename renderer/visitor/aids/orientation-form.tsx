import { useTranslation } from 'react-i18next'
import type { Commune } from '../../../app/orientation/commune.ts'
import type { Wish } from '../../../app/orientation/search.ts'
import { termsOf, vocabularies } from '../../../app/orientation/vocabulary.ts'
import { Check } from './check.tsx'
import { Checks } from './checks.tsx'
import { CommuneField } from './commune-field.tsx'

type Props = { wish: Wish; communes: readonly Commune[]; onWish: (wish: Wish) => void }

const needs = termsOf(vocabularies.needs)
const supports = termsOf(vocabularies.supports)

/** What is looked for. Each choice shows at once; nothing has to be sent. */
export function OrientationForm({ wish, communes, onWish }: Props) {
  const { t } = useTranslation('orientation')
  const change = (part: Partial<Wish>) => onWish({ ...wish, ...part })
  return (
    <form className="aid-form" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <div className="aid-fields">
        <div className="aid-field">
          <label htmlFor="need">{t('need')}</label>
          <select
            id="need"
            value={wish.need ?? ''}
            onChange={({ target }) => change({ need: needs.find((need) => need === target.value) ?? null })}
          >
            <option value="">{t('anyNeed')}</option>
            {needs.map((need) => (
              <option key={need} value={need}>
                {t(`needs.${need}`)}
              </option>
            ))}
          </select>
        </div>
        <CommuneField communes={communes} onCommune={(near) => change({ near })} />
      </div>
      <Checks
        legend={t('support')}
        options={supports.map((value) => ({ value, name: t(`supports.${value}`) }))}
        chosen={wish.supports}
        onChoose={(chosen) => change({ supports: chosen })}
      />
      <Check label={t('freeOnly')} checked={wish.freeOnly} onChange={(freeOnly) => change({ freeOnly })} />
    </form>
  )
}
