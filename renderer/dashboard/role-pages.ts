import type { Role } from '../../app/coordinator/role.ts'

export const pages = ['posts', 'figures', 'sites', 'pairing', 'accounts', 'audit', 'me'] as const
export type Page = (typeof pages)[number]

/** Which pages a role has, the first one being where it begins. What may be asked is decided by the coordinator. */
export const pagesOf: Readonly<Record<Role, readonly Page[]>> = {
  reception: ['posts', 'me'],
  coordinator: ['figures', 'sites', 'me'],
  admin: pages,
}
