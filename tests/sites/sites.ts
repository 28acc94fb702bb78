import { allocationsSite } from './allocations.ts'
import { identitySite } from './identity.ts'
import { impotsSite } from './impots.ts'
import { providerSite } from './provider.ts'
import { type Site, startSite } from './site.ts'
import { travailSite } from './travail.ts'
import { widgetsSite } from './widgets.ts'

/** Every téléservice to test against, each on its own host and port. */
export type Sites = {
  allocations: Site
  impots: Site
  /** IdentitéConnect, between `impots` and `provider`. */
  identity: Site
  provider: Site
  travail: Site
  /** The third party whose frame `allocations` shows. */
  widgets: Site
  stop(): Promise<void>
}

/** Starts them all, on free ports or on six that follow each other from `firstPort`, in the order of `Sites`. */
export async function startSites(firstPort?: number): Promise<Sites> {
  const port = (offset: number) => (firstPort === undefined ? 0 : firstPort + offset)

  const widgets = await startSite(widgetsSite(), port(5))
  const allocations = await startSite(allocationsSite(widgets), port(0))
  const provider = await startSite(providerSite(), port(3))
  const identity = await startSite(identitySite(provider), port(2))
  const impots = await startSite(impotsSite(identity), port(1))
  const travail = await startSite(travailSite(), port(4))
  const sites = { allocations, impots, identity, provider, travail, widgets }
  return {
    ...sites,
    stop: async () => void (await Promise.all(Object.values(sites).map((site) => site.stop()))),
  }
}
