/** `notCheckable`: nothing here can tell; never taken for a promise kept. */
export const marks = ['ok', 'notCheckable', 'warn', 'fail'] as const
export type Mark = (typeof marks)[number]

/** Everything the check of a post looks at, in the order it is told, and what each finding is worth. */
export const findings = {
  policy: { followed: 'ok', broken: 'fail' },
  permissions: { kept: 'ok', changeable: 'fail', readable: 'warn', unknown: 'notCheckable' },
  identity: { own: 'ok', notYet: 'ok', cloned: 'warn', damaged: 'warn', unknown: 'notCheckable' },
  journal: { closed: 'ok', none: 'ok', open: 'warn', damaged: 'warn' },
  receipts: { whole: 'ok', altered: 'fail', unreadable: 'fail' },
  sessionRoot: { memory: 'ok', noRoom: 'warn', disk: 'warn' },
  swap: { none: 'ok', encrypted: 'ok', plain: 'fail', unknown: 'notCheckable' },
  bubblewrap: { works: 'ok', fails: 'fail', absent: 'warn', unknown: 'notCheckable' },
  userNamespaces: { allowed: 'ok', refused: 'warn', unknown: 'notCheckable' },
  chromiumSandbox: { namespaces: 'ok', helper: 'ok', none: 'fail', unknown: 'notCheckable' },
  coreDumps: { off: 'ok', on: 'warn', unknown: 'notCheckable' },
  user: { plain: 'ok', powerful: 'fail', unknown: 'notCheckable' },
  fuses: { set: 'ok', unset: 'fail', source: 'notCheckable', unknown: 'notCheckable' },
  runtime: { fresh: 'ok', ageing: 'warn', old: 'fail', other: 'warn' },
  updates: { done: 'ok', pending: 'fail', byHand: 'warn', stale: 'warn', unknown: 'notCheckable' },
  newVersions: {
    automatic: 'ok',
    takenBack: 'warn',
    noSource: 'warn',
    noKey: 'fail',
    notLooked: 'warn',
    unknown: 'notCheckable',
  },
  clock: { set: 'ok', alone: 'warn', past: 'fail', unknown: 'notCheckable' },
  firewall: { own: 'ok', other: 'warn', none: 'fail', unknown: 'notCheckable' },
  privateNetworks: { closed: 'ok', open: 'fail', unknown: 'notCheckable' },
  antivirus: { runs: 'ok', absent: 'warn', unknown: 'notCheckable' },
  coordinator: {
    alone: 'ok',
    joining: 'warn',
    reached: 'ok',
    away: 'warn',
    refused: 'fail',
    otherCertificate: 'fail',
    damaged: 'fail',
  },
  printer: { found: 'ok', notAsked: 'ok', absent: 'fail', unknown: 'notCheckable' },
  printJobs: { forgotten: 'ok', notAsked: 'ok', kept: 'fail', unknown: 'notCheckable' },
  scanner: { found: 'ok', notAsked: 'ok', absent: 'fail', unknown: 'notCheckable' },
  scanFolders: { usable: 'ok', notAsked: 'ok', unusable: 'fail' },
} as const satisfies Record<string, Record<string, Mark>>

export type CheckName = keyof typeof findings

/** What was found of one thing; `values` stand in its sentence. */
export type Finding = {
  [Name in CheckName]: {
    check: Name
    is: keyof (typeof findings)[Name] & string
    values?: Readonly<Record<string, string | number>>
  }
}[CheckName]

export function markOf({ check, is }: Finding): Mark {
  return (findings[check] as Record<string, Mark>)[is] ?? 'notCheckable'
}

/** The worst of them. What cannot be checked is no failure. */
export function worstOf(found: readonly Finding[]): Mark {
  return marks[Math.max(0, ...found.map((finding) => marks.indexOf(markOf(finding))))] ?? 'ok'
}
