import { readFile } from 'node:fs/promises'

type Strings = { [key: string]: string | Strings }

/** Every string of a language's file by its path, « page.title ». */
export async function stringsOf(language: string, namespace: string): Promise<Record<string, string>> {
  const file = new URL(`../../assets/languages/${language}/${namespace}.json`, import.meta.url)
  const flatten = (strings: Strings, path: string): [string, string][] =>
    Object.entries(strings).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
    )
  return Object.fromEntries(flatten(JSON.parse(await readFile(file, 'utf8')), ''))
}

/** The names directly under a path, « needs ». */
export function namesUnder(strings: Record<string, string>, path: string): string[] {
  const under = Object.keys(strings).filter((key) => key.startsWith(`${path}.`))
  return [...new Set(under.map((key) => key.slice(path.length + 1).split('.')[0] ?? ''))].sort()
}

/** Names to fill in, « {{count}} », in any order. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
}
