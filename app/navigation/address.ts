/** What the bar shows of a page's address, never its path. */
export type Origin = { host: string; secure: boolean }

const loopback = /(^|\.)localhost$/

/** Hosts as browsers write them. What they read otherwise, such as `a\.b` or `a。b`, is no host here. */
const webAddress = /^(https?):\/\/((?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?)(?:[/?#]|$)/i

/** The origin of a web address, or `null` for anything that is not one. */
export function originOf(address: string): Origin | null {
  const match = webAddress.exec(address)
  const [, scheme, host] = match ?? []
  if (scheme === undefined || host === undefined) return null
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return { host: host.toLowerCase(), secure: scheme.toLowerCase() === 'https' || loopback.test(name) }
}

/** Whether a visitor's page may go there: the web, and blank pages a site fills itself. Nothing else of the machine. */
export function mayOpen(address: string): boolean {
  return address === 'about:blank' || originOf(address) !== null
}
