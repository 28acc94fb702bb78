import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { app } from 'electron'
import type { Facts, IsolationFacts, PostFacts } from '../../../app/check/facts.ts'
import type { Finding } from '../../../app/check/findings.ts'
import { judge } from '../../../app/check/judge.ts'
import { policySchema } from '../../../app/policy/policy.ts'
import shipped from '../../../assets/runtime/electron.json' with { type: 'json' }
import { pairingFileIn } from '../network/pairing-file.ts'
import { readPolicyFile } from '../policy-file.ts'
import { identityFile, readIdentity } from '../records/identity.ts'
import { journalStanding } from '../records/journal.ts'
import { readMachineId } from '../records/machine-id.ts'
import { receiptFilesIn, verifyReceipts } from '../records/receipt-log.ts'
import { chooseBase, possibleBases, roomNeededMegabytes } from '../visitors/session-root.ts'
import { probeCoordinator } from './coordinator.ts'
import { probeFuses } from './fuses.ts'
import { type Machine, thisMachine } from './machine.ts'
import { probeNewVersions } from './new-versions.ts'
import { probePermissions } from './permissions.ts'
import { probePrinters, probePrintJobs } from './printing.ts'
import { probePrivateNetworks } from './private-networks.ts'
import { probeSandbox } from './sandbox.ts'
import { probeScanFolders, probeScanner } from './scanning.ts'
import { probeAntivirus, probeClock, probeFirewall } from './services.ts'
import { probeSwap } from './swap.ts'
import { probeUpdates } from './updates.ts'
import { probeCoreDumps, probeGroups } from './user.ts'

/** Looks whether a post keeps its promises. Nothing is changed, and a post that runs is not disturbed. */
export async function checkPost(
  policyFile: string,
  stateFolder: string,
  machine: Machine = thisMachine,
): Promise<Finding[]> {
  const program = [process.execPath, app.getAppPath()]
  const reading = await readPolicyFile(policyFile, [stateFolder, ...program])
  // What a broken policy asks for is not known: the rest is looked at by the defaults.
  const policy = reading.ok ? reading.policy : policySchema.parse({})
  const files = reading.ok ? reading.fragments.map(({ file }) => file) : [policyFile]
  const facts: Facts = {
    policyProblems: reading.ok ? [] : reading.problems,
    permissions: await probePermissions([...files, ...program], [...files, stateFolder]),
    identity: await identityIn(stateFolder),
    journal: await journalStanding(stateFolder),
    receipts: await receiptsIn(stateFolder),
    sessionRoot: await sessionRoot(stateFolder, policy.documents.quotaMegabytes),
    swap: await probeSwap(machine),
    ...(await probeSandbox(machine)),
    coreDumps: await probeCoreDumps(machine),
    groups: await probeGroups(machine),
    fuses: await probeFuses(),
    now: new Date(),
    electron: process.versions.electron,
    shipped,
    updates: await probeUpdates(machine),
    newVersions: await probeNewVersions(policy, machine),
    clockSynchronised: await probeClock(machine),
    firewall: await probeFirewall(machine),
    antivirus: await probeAntivirus(machine),
    coordinator: await probeCoordinator(
      pairingFileIn(stateFolder),
      policy.coordinator !== undefined,
      new Date(),
    ),
    privateNetworks: await probePrivateNetworks(machine),
    printing: policy.printing.enabled,
    printers: await probePrinters(policy),
    printServerForgets: await probePrintJobs(machine),
    scanner: await probeScanner(policy),
    scanFolders: await probeScanFolders(policy),
  }
  return judge(facts)
}

async function identityIn(stateFolder: string): Promise<PostFacts['identity']> {
  const reading = await readIdentity(identityFile(stateFolder), await readMachineId()).catch(() => null)
  return reading?.is ?? 'unverifiable'
}

async function receiptsIn(stateFolder: string): Promise<PostFacts['receipts']> {
  try {
    const verification = await verifyReceipts(receiptFilesIn(stateFolder))
    return verification.is === 'whole' ? verification : { is: 'altered' }
  } catch {
    return { is: 'unreadable' }
  }
}

async function sessionRoot(
  stateFolder: string,
  quotaMegabytes: number,
): Promise<IsolationFacts['sessionRoot']> {
  const bases = possibleBases(stateFolder)
  const { medium, folder } = await chooseBase(bases, quotaMegabytes * 1_000_000)
  const inMemory = bases.filter((base) => base.medium === 'memory').map((base) => dirname(base.folder))
  const free = await Promise.all(inMemory.map(freeMegabytes))
  return {
    medium,
    folder: dirname(folder),
    neededMegabytes: roomNeededMegabytes(quotaMegabytes),
    memoryMegabytes: free.length === 0 ? null : Math.max(...free),
  }
}

async function freeMegabytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return Math.floor((bavail * bsize) / 1_000_000)
  } catch {
    return 0
  }
}
