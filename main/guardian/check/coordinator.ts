import type { MachineFacts } from '../../../app/check/facts.ts'
import { linkApi } from '../../../app/contracts/coordinator-link.ts'
import { askCoordinator, Refused } from '../network/ask-coordinator.ts'
import { type Pairing, readPairing } from '../network/pairing-file.ts'
import { WrongCertificate } from '../network/pinned-agent.ts'

/**
 * Asks the coordinator of this post's pairing, with the post's token, what the post asks it each day.
 * @param hasSiteCode whether the policy has this post join by itself
 */
export async function probeCoordinator(
  pairingFile: string,
  hasSiteCode: boolean,
  now: Date,
): Promise<MachineFacts['coordinator']> {
  let pairing: Pairing | null
  try {
    pairing = await readPairing(pairingFile)
  } catch {
    return 'damaged'
  }
  if (pairing === null) return hasSiteCode ? 'joining' : 'alone'
  try {
    const since = now.toISOString().slice(0, 10)
    await askCoordinator(pairing, linkApi.post.days, { query: { since } }, pairing.token)
    return 'reached'
  } catch (error) {
    if (error instanceof WrongCertificate) return 'otherCertificate'
    return error instanceof Refused ? 'refused' : 'away'
  }
}
