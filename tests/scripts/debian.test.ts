import { expect, test } from 'vitest'
import { missingPackages, packagesFor } from '../../scripts/debian.mjs'

const listing = [
  'installed\tlibnss3\t',
  'config-files\txvfb\txserver',
  'installed\tlibasound2t64\tlibasound2 (= 1.2.11-1), libasound2-compat',
  'not-installed\tstrace\t',
].join('\n')

test('what is installed is not asked for again', () => {
  expect(missingPackages(['libnss3'], listing)).toEqual([])
})

test('a removed or unknown package is missing', () => {
  expect(missingPackages(['xvfb', 'strace', 'bubblewrap'], listing)).toEqual(['xvfb', 'strace', 'bubblewrap'])
})

test('a library provided under a newer name is there', () => {
  expect(missingPackages(['libasound2'], listing)).toEqual([])
})

test('a virtual display is only asked for where there is no other, or by tests', () => {
  expect(packagesFor('start', true)).not.toContain('xvfb')
  expect(packagesFor('start', false)).toContain('xvfb')
  expect(packagesFor('test', true)).toEqual(expect.arrayContaining(['xvfb', 'chromium', 'strace']))
  expect(packagesFor('check', false)).toEqual([])
})
