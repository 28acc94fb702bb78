import { rename, symlink } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { placeNames, removals, wrongRemovers } from './removers.ts'
import { rowOf } from './table.ts'
import { type HostileThing, trial } from './trial.ts'

/** Ends as `rm -rf` would be called by someone who completes names with the tab key. */
const withSlash = (removal: (root: string) => Promise<void>) => (root: string) => removal(`${root}/`)

const rootLink = (end: string): HostileThing => ({
  row: `the root itself a link${end === '' ? '' : ', with a /'}`,
  planted: 'a link to the outside',
  plant: async ({ root, outside, folder }) => {
    await rename(root, `${folder}/was`)
    await symlink(outside, root)
  },
})

test.for(placeNames.flatMap((place) => ['', '/'].map((end) => ({ place, end }))))(
  '$place a link, named with "$end": nothing outside lost',
  async ({ place, end }, { task }) => {
    const thing = rootLink(end)
    const removal = removals[place]
    const result = await trial(thing, place, end === '' ? removal : withSlash(removal))
    task.meta.row = rowOf(thing, place, result)
    expect(result.before).toBe(1)
    expect(result.outsideLost).toBe(0)
    // A session root goes; a watched folder that is a link is not ours to empty: staff is told.
    expect(result.outcome).toMatchObject(
      place === 'session root'
        ? { is: 'absent' }
        : { is: 'unverifiable', why: 'a link or a file stands in its place' },
    )
  },
)

test('GNU rm, given the same link with a /, loses all that is outside', async () => {
  const { outsideLost } = await trial(rootLink('/'), 'session root', withSlash(wrongRemovers.rmOneFileSystem))
  expect(outsideLost).toBeGreaterThan(0)
})
