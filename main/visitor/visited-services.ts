import { app, type Session } from 'electron'
import { originOf } from '../../app/navigation/address.ts'
import { serviceOfHost } from '../../app/services/catalogue.ts'
import type { Service } from '../../app/services/service.ts'

/**
 * Tells each téléservice a page or a frame goes to, once: a redirect passed through may have opened a session there
 * as well as a page that was seen.
 */
export function watchServices(
  visit: Session,
  services: () => readonly Service[],
  visited: (service: string) => void,
): void {
  const told = new Set<string>()
  const look = ({ url }: { url: string }) => {
    const service = serviceOfHost(services(), originOf(url)?.host ?? '')
    if (service === undefined || told.has(service.id)) return
    told.add(service.id)
    visited(service.id)
  }
  app.on('web-contents-created', (_event, contents) => {
    if (contents.session !== visit) return
    contents.on('did-start-navigation', look)
    contents.on('did-redirect-navigation', look)
  })
}
