import { z } from 'zod'

/**
 * What people of a network do. `reception` sees the posts of its site and acts on them; `coordinator` reads the
 * suppressed counts and keeps the list of sites; `admin` also pairs posts and keeps accounts.
 */
export const roles = ['reception', 'coordinator', 'admin'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>
