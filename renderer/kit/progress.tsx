import './progress.css'
import { ProgressBar } from 'react-aria-components/ProgressBar'

/** How far something has come, 0 to 100; `null` when that is not known. */
export function Progress({ label, percent }: { label: string; percent: number | null }) {
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      {...(percent === null ? { isIndeterminate: true } : { value: percent })}
    >
      {({ percentage }) => (
        <svg className="progress-track" aria-hidden="true">
          <rect className="progress-rest" width="100%" height="100%" />
          <rect
            className={percent === null ? 'progress-unknown' : 'progress-done'}
            width={percent === null ? '30%' : `${percentage ?? 0}%`}
            height="100%"
          />
        </svg>
      )}
    </ProgressBar>
  )
}
