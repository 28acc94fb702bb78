import type { WebContents } from 'electron'

/** Steps of a fifth: from about half the usual size to two and a half times it. */
const [smallest, largest] = [-4, 5]

/** Text as large as one reads it best, by the keys and the wheel of every browser: this window has no menu to hold them. */
export function letZoom(contents: WebContents): void {
  const zoomTo = (level: number) => contents.setZoomLevel(Math.min(largest, Math.max(smallest, level)))
  const zoomBy = (steps: number) => zoomTo(contents.getZoomLevel() + steps)
  contents.on('zoom-changed', (_event, direction) => zoomBy(direction === 'in' ? 1 : -1))
  contents.on('before-input-event', (_event, { type, control, key }) => {
    if (type !== 'keyDown' || !control) return
    if (key === '+' || key === '=') zoomBy(1)
    if (key === '-') zoomBy(-1)
    if (key === '0') zoomTo(0)
  })
}
