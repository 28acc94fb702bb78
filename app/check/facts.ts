/**
 * What a machine and a post were found to be. `null` wherever nothing could tell: not every right, program or system is
 * there that would.
 */
export type Facts = PostFacts & IsolationFacts & MachineFacts & DeviceFacts

export type PostFacts = {
  policyProblems: readonly string[]
  permissions: Permissions | null
  /** Whose identity the state folder holds; `unverifiable`: this machine has no id to compare it with. */
  identity: 'none' | 'own' | 'otherMachine' | 'damaged' | 'unverifiable'
  journal: 'none' | 'closed' | 'open' | 'unknown'
  receipts: { is: 'whole'; lines: number } | { is: 'altered' | 'unreadable' }
}

/** Paths, by what is wrong with their rights for the user the post runs as. */
export type Permissions = {
  /** Policy and program that this user could change. */
  changeable: readonly string[]
  /** Secrets and state that other users could read. */
  readable: readonly string[]
}

export type IsolationFacts = {
  /** Where sessions would lie now. `neededMegabytes` for one; `memoryMegabytes` free in memory, `null` without such a place. */
  sessionRoot: {
    medium: 'memory' | 'disk'
    folder: string
    neededMegabytes: number
    memoryMegabytes: number | null
  }
  swap: readonly { name: string; encrypted: boolean }[] | null
  bubblewrap: 'works' | 'fails' | 'absent' | null
  userNamespaces: boolean | null
  /** Chromium's own helper belongs to root and is setuid. */
  sandboxHelper: boolean | null
  coreDumps: boolean | null
  /** Groups of the user the post runs as. */
  groups: readonly string[] | null
  /** Fuses of the packaged program that are not as decided; `source`: it is not packaged. */
  fuses: readonly string[] | 'source' | null
}

export type MachineFacts = {
  now: Date
  electron: string
  /** The Electron this version was made with, and the day it was released. */
  shipped: { electron: string; released: string }
  updates: { securityPending: number; automatic: boolean; listsAgeDays: number | null } | null
  newVersions: NewVersions | null
  clockSynchronised: boolean | null
  firewall: 'own' | 'other' | 'none' | null
  antivirus: boolean | null
  /** `alone`: this post was never paired; `joining`: it is to join by the policy's site code, and has not yet. */
  coordinator: 'alone' | 'joining' | 'reached' | 'away' | 'refused' | 'otherCertificate' | 'damaged'
  /** Addresses of private networks that were called, and those that answered. */
  privateNetworks: { called: number; answered: readonly string[] } | null
}

/** How new versions of Estran come to a post. */
type NewVersions = {
  /** The repository of the policy; `null`: an admin brings them. */
  from: { source: string; ring: string } | null
  isKeyThere: boolean
  /** Since the repository was last read; `null` when it never was. */
  lookedDaysAgo: number | null
  /** A version whose welcome page did not come up, until a newer one has. */
  takenBack: string | null
}

export type DeviceFacts = {
  printing: boolean
  /** `wanted`: the queue the policy names; `null` for any. `queues`: `null` when the print server does not answer. */
  printers: { wanted: string | null; queues: readonly string[] | null }
  printServerForgets: boolean | null
  /** `null`: the policy asks for none. `devices`: `null` when they cannot be listed. */
  scanner: { wanted: string | null; devices: readonly string[] | null } | null
  scanFolders: readonly { folder: string; usable: boolean }[]
}
