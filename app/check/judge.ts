import type { Facts } from './facts.ts'
import type { Finding } from './findings.ts'
import { judgeDevices } from './judge-devices.ts'
import { judgeIsolation } from './judge-isolation.ts'
import { judgeMachine } from './judge-machine.ts'
import { judgePost } from './judge-post.ts'

/** What the facts say of a post's promises: one finding a check, in the order they are told. */
export function judge(facts: Facts): Finding[] {
  return [...judgePost(facts), ...judgeIsolation(facts), ...judgeMachine(facts), ...judgeDevices(facts)]
}
