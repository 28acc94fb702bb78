import { type KeyNotes, policyReference } from './reference.ts'

/** The reference of the policy as a page of Markdown, as shipped in `assets/policy/reference.md`. */
export function referencePage(): string {
  const notes = policyReference()
  const sections = notes.filter(({ key }) => !key.includes('.')).map((top) => sectionOf(top, notes))
  return `# Policy: every key

Written by \`scripts/policy-schema.ts\` from the schema that policies are read by. \`estran policy --explain KEY\` says the same of one key,
and what it is on this post. \`[]\` stands for each entry of a list. Values are JSON.

${sections.join('\n')}`
}

function sectionOf(top: KeyNotes, notes: readonly KeyNotes[]): string {
  const inside = notes.filter(({ key }) => /^[.[]/.test(key.slice(top.key.length)) && key.startsWith(top.key))
  const rows = inside.length === 0 ? [top] : inside
  return `## ${top.key}
${inside.length === 0 ? '' : `\n${top.meaning}\n`}
| Key | Meaning | Type | Default | Example |
|---|---|---|---|---|
${rows.map(rowOf).join('\n')}
`
}

function rowOf({ key, meaning, type, standard, example }: KeyNotes): string {
  const code = (text: string | null) => (text === null ? '–' : `\`${text}\``)
  const cells = [code(key), meaning, type, code(standard), code(example)]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
