import type { Permissions, PostFacts } from './facts.ts'
import type { Finding } from './findings.ts'

/** The post's own files: policy, rights, identity, journal, receipts. */
export function judgePost(facts: PostFacts): Finding[] {
  return [policy(facts), permissions(facts.permissions), identity(facts), journal(facts), receipts(facts)]
}

function policy({ policyProblems }: PostFacts): Finding {
  if (policyProblems.length === 0) return { check: 'policy', is: 'followed' }
  return { check: 'policy', is: 'broken', values: { problems: policyProblems.join(' ') } }
}

function permissions(found: Permissions | null): Finding {
  if (found === null) return { check: 'permissions', is: 'unknown' }
  const { changeable, readable } = found
  if (changeable.length > 0) {
    return { check: 'permissions', is: 'changeable', values: { paths: changeable.join(', ') } }
  }
  if (readable.length > 0) {
    return { check: 'permissions', is: 'readable', values: { paths: readable.join(', ') } }
  }
  return { check: 'permissions', is: 'kept' }
}

function identity(facts: PostFacts): Finding {
  const is = {
    none: 'notYet',
    own: 'own',
    otherMachine: 'cloned',
    damaged: 'damaged',
    unverifiable: 'unknown',
  } as const
  return { check: 'identity', is: is[facts.identity] }
}

function journal(facts: PostFacts): Finding {
  const is = { none: 'none', closed: 'closed', open: 'open', unknown: 'damaged' } as const
  return { check: 'journal', is: is[facts.journal] }
}

function receipts(facts: PostFacts): Finding {
  const found = facts.receipts
  if (found.is === 'whole') return { check: 'receipts', is: 'whole', values: { count: found.lines } }
  return { check: 'receipts', is: found.is }
}
