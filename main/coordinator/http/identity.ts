import type { FastifyRequest } from 'fastify'
import { csrfHeader } from '../../../app/contracts/coordinator-api.ts'
import type { Access } from '../../../app/contracts/route.ts'
import type { Role } from '../../../app/coordinator/role.ts'
import type { Books } from '../books/books.ts'
import type { KnownPost } from '../books/posts.ts'
import type { Person } from '../books/sign-ins.ts'
import { isSame } from '../secrets.ts'
import { refuse } from './refusal.ts'

/** Who asks, by what the route requires. */
export type Caller<A extends Access> = A extends 'post'
  ? KnownPost & { token: string }
  : A extends readonly Role[]
    ? Person
    : null

type AnyCaller = Caller<'post'> | Person | null

/**
 * Lets a request in or refuses it, before its body is read.
 * @throws Refusal 401 when nobody is known, 403 when they may not, or when another site's page asks in their name
 */
export async function identify(
  request: FastifyRequest,
  access: Access,
  known: { books: Books; cookie: string; metricsToken: string | undefined },
): Promise<AnyCaller> {
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes) refuseForeignPage(request)
  switch (access) {
    case 'anyone':
      return null
    case 'metrics':
      if (known.metricsToken !== undefined && isSame(bearer(request) ?? '', known.metricsToken)) return null
      throw refuse(401, 'Send the metrics token of the settings as a bearer token.')
    case 'post': {
      const token = bearer(request)
      const post = token === null ? null : await known.books.posts.byToken(token)
      if (post === null || token === null) {
        throw refuse(401, 'This token is not, or no longer, that of a post: pair the post again.')
      }
      return { ...post, token }
    }
    default: {
      const cookie = request.cookies[known.cookie]
      const person = cookie === undefined ? null : await known.books.signIns.byToken(cookie)
      if (person === null) throw refuse(401, 'Sign in first.')
      if (!access.includes(person.account.role)) throw refuse(403, 'This account may not do that.')
      const token = request.headers[csrfHeader]
      if (changes && !(typeof token === 'string' && isSame(token, person.csrfToken))) {
        throw refuse(403, `Send the token of /api/me in the header ${csrfHeader}.`)
      }
      return person
    }
  }
}

/** A browser says where a change comes from; a post says nothing. */
function refuseForeignPage(request: FastifyRequest): void {
  const { origin } = request.headers
  if (origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) {
    throw refuse(403, 'A page of another site may not ask this.')
  }
}

function bearer(request: FastifyRequest): string | null {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? []
  return scheme?.toLowerCase() === 'bearer' && token !== undefined ? token : null
}
