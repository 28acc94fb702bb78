/** Chromium mends known holes each week, and Electron follows within days. */
const freshDays = 35
const oldDays = 70

const dayMilliseconds = 86_400_000

/** How old a runtime is, in whole days, and what that is worth. @param released its day, `2026-11-19` */
export function runtimeAge(released: string, now: Date): { days: number; is: 'fresh' | 'ageing' | 'old' } {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(released)) / dayMilliseconds))
  return { days, is: days <= freshDays ? 'fresh' : days <= oldDays ? 'ageing' : 'old' }
}
