import { describe, expect, test } from 'vitest'
import {
  bestConfinement,
  bubblewrapped,
  foldersOnly,
} from '../../../../main/guardian/visitors/confinement.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

describe('a visitor in bubblewrap', () => {
  const wrapped = async () => {
    const program = await temporaryFolder()
    const root = `${program}/root`
    const { command, args } = bubblewrapped([program, '/not/there'], []).wrap(
      '/usr/bin/estran',
      ['--visitor'],
      root,
    )
    return { program, root, command, line: ` ${args.join(' ')} ` }
  }

  test('sees the system read-only, and can write in its root alone', async () => {
    const { command, line, root } = await wrapped()
    expect(command).toBe('/usr/bin/bwrap')
    expect(line).toMatch(/^ --ro-bind \/ \/ /)
    expect(line.match(/ --bind \S+ \S+/g)).toEqual([` --bind ${root} ${root}`])
  })

  test('finds what others write empty, its program shown again, and its root last', async () => {
    const { line, program, root } = await wrapped()
    const order = ['--tmpfs /tmp ', `--ro-bind ${program} ${program} `, `--bind ${root} ${root} `]
    const at = order.map((part) => line.indexOf(` ${part}`))
    expect(at).not.toContain(-1)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(line).not.toContain('/not/there')
  })

  test('has processes of its own, and dies with the guardian', async () => {
    const { line } = await wrapped()
    expect(line).toContain(' --unshare-pid --die-with-parent -- /usr/bin/estran --visitor ')
  })
})

test('without bubblewrap the program is started as it is', () => {
  expect(foldersOnly.wrap('/usr/bin/estran', ['--visitor'], '/root')).toEqual({
    command: '/usr/bin/estran',
    args: ['--visitor'],
  })
  expect(['bubblewrap', 'folders']).toContain(bestConfinement([], []).kind)
})
