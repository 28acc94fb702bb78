import { allKinds } from './kinds.ts'
import { marked } from './marked.ts'
import { addRow, say } from './report.ts'

// Each kind counts only once it has been read back: what was never there proves nothing by its absence.
const asked = new URLSearchParams(location.search)
const token = asked.get('jeton') ?? ''
const kinds = await allKinds(Number(asked.get('gros') ?? 0))
let planted = 0

for (const { name, plant, read } of kinds) {
  try {
    await plant(marked(token, name))
    const found = await read()
    if (found) planted++
    addRow(name, found || 'non planté')
  } catch (error) {
    addRow(name, `non planté (${error})`)
  }
}
say(
  planted === kinds.length
    ? `Stockage prêt\u00a0: ${planted} sortes`
    : `Stockage incomplet\u00a0: ${planted} sortes sur ${kinds.length}`,
)
