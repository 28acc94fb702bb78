import { serviceOfHost } from '../../app/services/catalogue.ts'
import type { Service } from '../../app/services/service.ts'
import type { Tabs } from './tabs.ts'

/** Goes to a téléservice. Asked for twice, it leads back to the page that is open, where something may have been typed. */
export function openService(tabs: Tabs, services: readonly Service[], { id, address }: Service): void {
  const open = tabs.lastAt((host) => serviceOfHost(services, host)?.id === id)
  if (open === undefined) tabs.open(address)
  else tabs.select(open)
}
