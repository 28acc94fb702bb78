import { mkdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { app } from 'electron'
import { charterSchema } from '../../app/charter/charter.ts'
import type { About } from '../../app/contracts/guardian-page.ts'
import type { Keeping } from '../../app/documents/keeping.ts'
import type { Place } from '../../app/orientation/place.ts'
import { type Policy, policySchema } from '../../app/policy/policy.ts'
import { composeCatalogue } from '../../app/services/catalogue.ts'
import type { Service } from '../../app/services/service.ts'
import charterFile from '../../assets/charter/charter.json' with { type: 'json' }
import { errorCode } from '../lib/durable-file.ts'
import { log } from '../lib/log.ts'
import { aboutThis } from './about.ts'
import type { CommandLine } from './command-line.ts'
import { readPlaces, rowSentence } from './information/places-file.ts'
import { readLogo } from './logo.ts'
import { machinePolicyFile, machineStateFolder } from './machine-places.ts'
import { nationalCatalogue } from './national-services.ts'
import { pairingFileIn } from './network/pairing-file.ts'
import { fragmentsFolder } from './policy/fragment-files.ts'
import { type PolicyFileReading, readPolicyFile } from './policy-file.ts'
import { identityFile, keepIdentity, readIdentity } from './records/identity.ts'
import { readMachineId } from './records/machine-id.ts'
import type { Confinement } from './visitors/confinement.ts'
import { confinement } from './visitors/launch.ts'
import { chooseBase, possibleBases, type RootBase } from './visitors/session-root.ts'

/** Everything a post is told before it starts: by its policy, its command line and its machine. */
export type Settings = {
  stateFolder: string
  policyFile: string
  /** What was read at the start, and how it is read anew. */
  policyReading: PolicyFileReading
  readPolicyAgain(): Promise<PolicyFileReading>
  policy: Policy
  /** What is wrong with the policy; with any problem the post rests. */
  problems: readonly string[]
  /** The structure's, as a data address. */
  logo: string | null
  kiosk: boolean
  visitorDebugging: boolean
  quotaBytes: number
  services: readonly Service[]
  /** Hosts that are no téléservice, yet may stand in frames of their pages. */
  frameHosts: readonly string[]
  /** The network's directory of places; `null` without one. */
  places: readonly Place[] | null
  /** Ways to keep one's documents that this post has. */
  keepings: readonly Keeping[]
  charterVersion: string
  /** Every folder session roots may lie in, and the one in use. */
  bases: readonly RootBase[]
  base: RootBase
  held: Confinement
  about: About
}

/** Gathers the settings and makes the state folder. @throws when that folder cannot be made */
export async function readSettings(commandLine: CommandLine): Promise<Settings> {
  const stateFolder = commandLine.stateFolder ?? machineStateFolder()
  await mkdir(stateFolder, { recursive: true, mode: 0o700 })
  await identify(stateFolder)
  const policyFile = commandLine.policyFile ?? machinePolicyFile()
  const readPolicyAgain = () => readPolicyFile(policyFile, [stateFolder, app.getAppPath(), process.execPath])
  const reading = await readPolicyAgain()
  const problems = [...nationalCatalogue.problems, ...(reading.ok ? [] : reading.problems)]
  for (const problem of problems) log.error(problem)
  // A broken policy is never followed in part: the defaults only dress the page that says the post rests.
  const policy = reading.ok ? reading.policy : policySchema.parse({})
  const { logo } = await readLogo(policy.brand.logo)
  const { places } = policy.orientation
  const directory = places === undefined ? null : await directoryOf(places)
  const services = composeCatalogue(nationalCatalogue.services, policy.services)
  const quotaBytes = policy.documents.quotaMegabytes * 1_000_000
  const bases = possibleBases(stateFolder)
  const base = await chooseBase(bases, quotaBytes)
  const held = confinement(
    [policyFile, fragmentsFolder(policyFile), stateFolder].map((path) => resolve(path)),
  )
  return {
    stateFolder,
    policyFile,
    policyReading: reading,
    readPolicyAgain,
    policy,
    logo,
    problems,
    kiosk: commandLine.kiosk || policy.post.kiosk,
    visitorDebugging: commandLine.visitorDebugging,
    quotaBytes,
    services,
    frameHosts: [...nationalCatalogue.frameHosts, ...policy.services.frameHosts],
    places: directory,
    keepings: keepingsOf(policy, services),
    charterVersion: charterSchema.parse(charterFile).version,
    bases,
    base,
    held,
    about: aboutThis(held, base),
  }
}

/** A post that cannot know itself still works: it only has nothing to tell a coordinator. */
async function identify(stateFolder: string): Promise<void> {
  try {
    const file = identityFile(stateFolder)
    const machineId = await readMachineId()
    const found = await readIdentity(file, machineId)
    // A token in an image would make all its copies one post of the network.
    if (found.is === 'otherMachine') await rm(pairingFileIn(stateFolder), { force: true })
    const { is } = await keepIdentity(file, machineId)
    if (is === 'made') log.info('first start: this post has an identity of its own now')
    if (is === 'replaced') {
      log.warn('the identity in the state folder was of another machine, or damaged: it was replaced')
    }
  } catch (error) {
    log.error({ code: errorCode(error) }, 'the identity of this post cannot be read or written')
  }
}

/** The places of the directory. What is wrong with its rows is the admin's to mend; the others are shown. */
async function directoryOf(path: string): Promise<readonly Place[] | null> {
  const reading = await readPlaces(path)
  // Told by the policy already.
  if (!reading.ok) return null
  for (const problem of reading.directory.problems) log.warn(rowSentence(path, problem))
  return reading.directory.places
}

/** Sticks and printers are asked of Linux alone. */
function keepingsOf({ printing }: Policy, services: readonly Service[]): Keeping[] {
  const safe: Keeping[] = services.some(({ category }) => category === 'safe') ? ['safe'] : []
  if (process.platform === 'win32') return safe
  return printing.enabled ? ['usb', 'print', ...safe] : ['usb', ...safe]
}
