import { lookup } from 'node:dns/promises'
import { composeCatalogue } from '../../app/services/catalogue.ts'
import {
  type CatalogueReport,
  type HostAnswer,
  hostsToLookUp,
  reportOn,
} from '../../app/services/catalogue-report.ts'
import type { Catalogue } from '../../app/services/read-catalogue.ts'
import { errorCode } from '../lib/durable-file.ts'
import { type Scheduler, systemScheduler, within } from '../lib/scheduler.ts'
import type { ExitReason } from './exit-codes.ts'
import { readPolicyFile } from './policy-file.ts'

/** Sentences for the admin: what is so, what is wrong; and what that comes to. */
export type CatalogueCheck = {
  told: string[]
  wrong: string[]
  result: Extract<ExitReason, 'fine' | 'wrongData' | 'notConnected' | 'wrongPolicy'>
}

type LookUp = (host: string) => Promise<HostAnswer>

/** A name server that says nothing for so long is not asked further. */
const lookUpSeconds = 20

/**
 * Checks the catalogue of this version, and what a policy adds to it: entries that cannot be read, hosts that do not
 * resolve, recipes nobody has confirmed.
 * @param policyFile `null` for the national catalogue alone
 */
export async function checkCatalogue(
  national: Catalogue,
  policyFile: string | null,
  lookUp: LookUp = askNameServer,
  scheduler: Scheduler = systemScheduler,
): Promise<CatalogueCheck> {
  const reading = policyFile === null ? null : await readPolicyFile(policyFile)
  if (reading !== null && !reading.ok) return { told: [], wrong: reading.problems, result: 'wrongPolicy' }
  const wishes = reading?.policy.services ?? { hide: [], add: [], frameHosts: [] }
  const services = composeCatalogue(national.services, wishes)
  const catalogue = { services, frameHosts: [...national.frameHosts, ...wishes.frameHosts] }
  const answers = await askAll(hostsToLookUp(catalogue), lookUp, scheduler)
  const report = reportOn(catalogue, (host) => answers.get(host) ?? 'unknown')
  const wrong = [
    ...national.problems,
    ...report.absent.map(
      ({ entry, host }) =>
        `${entry}: ${host} does not resolve; correct it, or leave it out (a téléservice: services.hide in the policy).`,
    ),
  ]
  return {
    told: sentencesOf(report, services.length, answers.size),
    wrong,
    result: wrong.length > 0 ? 'wrongData' : report.unknown > 0 || report.offline ? 'notConnected' : 'fine',
  }
}

function sentencesOf(report: CatalogueReport, services: number, hosts: number): string[] {
  const list = (what: string, ids: string[]) => (ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}.`])
  return [
    `${services} téléservices, ${hosts} hosts.`,
    ...(report.offline
      ? ['No host resolves: this machine seems not to be connected, so that nothing is known of them.']
      : list('Hosts not answered for in time', report.unknown === 0 ? [] : [String(report.unknown)])),
    ...list(`Not confirmed, ${report.unconfirmed.length} of ${services}`, report.unconfirmed),
    ...list('Log-out that can only be reported as attempted', report.withoutSign),
    ...list('No recipe to log out', report.withoutRecipe),
  ]
}

async function askAll(
  hosts: readonly { host: string }[],
  lookUp: LookUp,
  scheduler: Scheduler,
): Promise<ReadonlyMap<string, HostAnswer>> {
  const answers = new Map<string, HostAnswer>(hosts.map(({ host }) => [host, 'unknown']))
  const asked = [...answers.keys()].map(async (host) => void answers.set(host, await lookUp(host)))
  await within(scheduler, lookUpSeconds, Promise.all(asked))
  return new Map(answers)
}

async function askNameServer(host: string): Promise<HostAnswer> {
  try {
    await lookup(host)
    return 'resolves'
  } catch (error) {
    return ['ENOTFOUND', 'ENODATA'].includes(errorCode(error)) ? 'absent' : 'unknown'
  }
}
