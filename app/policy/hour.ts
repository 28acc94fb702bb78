import { z } from 'zod'

/** An hour of the day in the time zone of the post, `HH:MM`. */
export const hourSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be an hour such as "18:00"' })

/** Minutes since midnight of an hour such as `18:00`. */
export function minutesOf(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return hours * 60 + minutes
}
