import type { IsolationFacts } from './facts.ts'
import type { Finding } from './findings.ts'

/** Who is in one of these could undo what holds a visitor, or read every key that is pressed. */
const powerfulGroups = ['root', 'sudo', 'wheel', 'adm', 'disk', 'docker', 'input', 'lpadmin', 'lxd', 'shadow']

/** What holds a visitor, and where what it writes could go. */
export function judgeIsolation(facts: IsolationFacts): Finding[] {
  return [
    sessionRoot(facts),
    swap(facts),
    { check: 'bubblewrap', is: facts.bubblewrap ?? 'unknown' },
    { check: 'userNamespaces', is: known(facts.userNamespaces, 'allowed', 'refused') },
    chromiumSandbox(facts),
    { check: 'coreDumps', is: known(facts.coreDumps, 'on', 'off') },
    user(facts),
    fuses(facts),
  ]
}

function known<Yes extends string, No extends string>(fact: boolean | null, yes: Yes, no: No) {
  if (fact === null) return 'unknown' as const
  return fact ? yes : no
}

function sessionRoot({ sessionRoot }: IsolationFacts): Finding {
  const { medium, folder, neededMegabytes, memoryMegabytes } = sessionRoot
  if (medium === 'memory') return { check: 'sessionRoot', is: 'memory', values: { folder, neededMegabytes } }
  if (memoryMegabytes === null) return { check: 'sessionRoot', is: 'disk', values: { folder } }
  return { check: 'sessionRoot', is: 'noRoom', values: { folder, neededMegabytes, memoryMegabytes } }
}

function swap({ swap }: IsolationFacts): Finding {
  if (swap === null) return { check: 'swap', is: 'unknown' }
  const plain = swap.filter(({ encrypted }) => !encrypted).map(({ name }) => name)
  if (plain.length > 0) return { check: 'swap', is: 'plain', values: { names: plain.join(', ') } }
  return { check: 'swap', is: swap.length === 0 ? 'none' : 'encrypted' }
}

function chromiumSandbox({ userNamespaces, sandboxHelper }: IsolationFacts): Finding {
  if (userNamespaces === true) return { check: 'chromiumSandbox', is: 'namespaces' }
  if (sandboxHelper === true) return { check: 'chromiumSandbox', is: 'helper' }
  const none = userNamespaces === false && sandboxHelper === false
  return { check: 'chromiumSandbox', is: none ? 'none' : 'unknown' }
}

function user({ groups }: IsolationFacts): Finding {
  if (groups === null) return { check: 'user', is: 'unknown' }
  const powerful = groups.filter((group) => powerfulGroups.includes(group))
  if (powerful.length === 0) return { check: 'user', is: 'plain' }
  return { check: 'user', is: 'powerful', values: { groups: powerful.join(', ') } }
}

function fuses({ fuses }: IsolationFacts): Finding {
  if (fuses === null) return { check: 'fuses', is: 'unknown' }
  if (fuses === 'source') return { check: 'fuses', is: 'source' }
  if (fuses.length === 0) return { check: 'fuses', is: 'set' }
  return { check: 'fuses', is: 'unset', values: { fuses: fuses.join(', ') } }
}
