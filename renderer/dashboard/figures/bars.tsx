import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Between } from '../../../app/tally/indicators.ts'

const barHeight = 34

/**
 * Bars for the eye: what is certain, then how much more it can be. The table beside it says the same to everyone, so
 * the drawing itself is left out for screen readers and the keyboard.
 */
export function Bars({ bars }: { bars: readonly (Between & { name: string })[] }) {
  const data = bars.map(({ name, least, most }) => ({ name, least, more: most - least }))
  return (
    <div className="chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height={bars.length * barHeight + 40}>
        <BarChart data={data} layout="vertical" accessibilityLayer={false}>
          <XAxis type="number" allowDecimals={false} />
          <YAxis type="category" dataKey="name" width={150} interval={0} tickLine={false} />
          <Bar dataKey="least" stackId="count" className="chart-least" isAnimationActive={false} />
          <Bar dataKey="more" stackId="count" className="chart-more" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
