import { join } from 'node:path'

/** Absolute path of the checkout (or of the copy of it that an unprivileged user runs). */
export const checkout = join(import.meta.dirname, '..')
