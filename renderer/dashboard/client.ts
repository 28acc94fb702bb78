import { csrfHeader } from '../../app/contracts/coordinator-api.ts'
import { type Answer, type Ask, pathOf, type Route } from '../../app/contracts/route.ts'
import { type Problem, problemSchema } from '../../app/coordinator/problem.ts'
import { session } from './session.ts'

/** The coordinator refused; `null`: it was not reached. */
export class Refused extends Error {
  readonly problem: Problem | null
  constructor(problem: Problem | null) {
    super(problem?.title ?? 'The coordinator was not reached.')
    this.problem = problem
  }
}

/**
 * Asks a route of the coordinator; what comes back is checked like what goes out.
 * @throws Refused
 */
export async function ask<R extends Route>(route: R, asked: Ask<R> & object): Promise<Answer<R>> {
  const { body } = asked as { body?: unknown }
  const now = session.getState()
  const response = await fetch(pathOf(route, asked), {
    method: route.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(now.is === 'in' && route.method !== 'GET' ? { [csrfHeader]: now.me.csrfToken } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused(null)
  })
  if (!response.ok) {
    // Signed out elsewhere, or for too long: back to the door, from any page.
    if (response.status === 401) session.setState({ is: 'out' }, true)
    throw new Refused(problemSchema.safeParse(await response.json().catch(() => null)).data ?? null)
  }
  return route.result.parse(response.status === 204 ? undefined : await response.json()) as Answer<R>
}
