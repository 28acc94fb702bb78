import { z } from 'zod'

/** A whole number of seconds, both bounds allowed. */
export const seconds = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum)
