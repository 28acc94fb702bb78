import { randomBytes } from 'node:crypto'

const PREFIX = 'estrancanari'
const KIND = /^[a-z]+(-[a-z]+)*$/
const LONGEST_KIND = 40

/** How many characters the longest artefact has: what a search must have at hand to name a hit. */
export const LONGEST_ARTEFACT = PREFIX.length + 16 + 'x'.length + LONGEST_KIND + '9'.length

/** A random token for one run. Only a–z and 0–9, so that cookies, form fields, file names and URLs keep it as it is. */
export function newToken(): string {
  return PREFIX + randomBytes(8).toString('hex')
}

/**
 * The canary of one artefact: the token, then the kind, so that a hit names its artefact.
 * A hyphen is written 0 and the end 9, which no kind holds: text that follows directly does not change the name.
 * @param kind lower-case words joined by hyphens, such as `cookie-session`
 */
export function artefact(token: string, kind: string): string {
  if (!KIND.test(kind) || kind.length > LONGEST_KIND)
    throw new Error(`"${kind}" names no artefact: use up to ${LONGEST_KIND} letters a-z and single hyphens.`)
  return `${token}x${kind.replaceAll('-', '0')}9`
}

/** The kind of the artefact that begins `text`, or `unnamed` where its suffix is cut off or overwritten. */
export function kindOf(token: string, text: string): string {
  const suffix = /^x([a-z0]+)9/.exec(text.slice(token.length))?.[1]
  return suffix?.replaceAll('0', '-') ?? 'unnamed'
}
