import './capture-sign.css'
import { useTranslation } from 'react-i18next'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { Icon } from '../kit/icons.tsx'

/** Said in the bar for as long as the page shown may see or hear the person. */
export function CaptureSign({ capture }: { capture: TabView['capture'] }) {
  const { t } = useTranslation('visitor')
  return (
    <div role="status">
      {capture && (
        <p className="capture-sign">
          <Icon name={capture === 'microphone' ? 'microphone' : 'camera'} />
          {t(`bar.capture.${capture}`)}
        </p>
      )}
    </div>
  )
}
