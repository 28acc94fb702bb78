import { allKinds } from './kinds.ts'
import { addRow, say } from './report.ts'

let found = 0
let unreadable = 0
// Any size above 0: it only makes the big database one of the kinds looked for.
for (const { name, read } of await allKinds(1)) {
  try {
    const content = await read()
    if (content) found++
    addRow(name, content || 'rien')
  } catch (error) {
    unreadable++
    addRow(name, `illisible (${error})`)
  }
}
if (unreadable > 0) say(`Lecture incomplète\u00a0: ${unreadable} sortes illisibles`)
else say(found === 0 ? 'Rien ne reste' : `Il reste ${found} sortes`)
