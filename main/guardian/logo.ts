import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Problem } from '../../app/policy/problems.ts'
import { errorCode } from '../lib/durable-file.ts'

const mostBytes = 500_000
const types: Record<string, string> = { '.png': 'image/png', '.svg': 'image/svg+xml' }

/** The structure's logo as a data address: a page draws it as a picture, in which nothing runs. */
export type LogoReading = { logo: string | null; problems: Problem[] }

/** Reads the logo. @param path as the policy names it; without one there is none */
export async function readLogo(path: string | undefined): Promise<LogoReading> {
  if (path === undefined) return { logo: null, problems: [] }
  const refuse = (cure: string) => ({
    logo: null,
    problems: [{ key: 'brand.logo', value: JSON.stringify(path), cure }],
  })
  try {
    const bytes = await readFile(path)
    if (bytes.length > mostBytes) return refuse('must be a file of 500 kB at most.')
    const type = types[extname(path).toLowerCase()]
    return { logo: `data:${type};base64,${bytes.toString('base64')}`, problems: [] }
  } catch (error) {
    return refuse(`must be a file that the service user can read (${errorCode(error)}).`)
  }
}
