import { describe, expect, test } from 'vitest'
import { readPolicy, sentence } from '../../../app/policy/problems.ts'

function told(folder: unknown): string[] {
  const reading = readPolicy({ scan: { folders: [folder] } })
  return reading.ok ? [] : reading.problems.map((problem) => sentence('policy.json', problem))
}

describe('a scan folder of the policy', () => {
  test.each(['/srv/scans', '/srv/scans/', '/mnt/nas/Numérisations 2', 'D:\\Scans', 'D:/Scans', '/srv/a..b'])(
    'may be a whole path: %s',
    (folder) => expect(told(folder)).toEqual([]),
  )

  test.each([
    ['scans', 'must be a whole path, such as "/srv/scans"'],
    ['./scans', 'must be a whole path'],
    ['', 'must be a whole path'],
    ['C:scans', 'must be a whole path'],
    ['~/scans', 'must not begin with ~; write the whole path'],
    ['~librarian/scans', 'must not begin with ~'],
    ['/srv/../etc', 'must be written plainly, without "." or ".." or "//"'],
    ['/srv/scans/..', 'must be written plainly'],
    ['/srv//scans', 'must be written plainly'],
    ['D:\\a\\..\\..\\Windows', 'must be written plainly'],
    ['\\\\nas\\scans', 'must not be a network address; mount the share'],
    ['//nas/scans', 'must not be a network address'],
    ['\\\\?\\C:\\scans', 'must not be a network address'],
    ['/', 'must not be a whole disk'],
    ['D:\\', 'must not be a whole disk'],
    ['/srv/scans\n', 'must not hold control characters'],
    ['/srv/scans\0', 'must not hold control characters'],
  ])('is refused with its cure: %j', (folder, cure) => {
    expect(told(folder)).toEqual([
      expect.stringContaining(`scan.folders.0 is ${JSON.stringify(folder)}: ${cure}`),
    ])
  })
})
