import { z } from 'zod'

/** What is wrong with the path of a folder whose whole content will be erased, as a cure; `null` when nothing is. */
export function scanFolderCure(path: string): string | null {
  const parts = path.split(/[\\/]/).filter((part) => part !== '')
  if (/\p{Cc}/u.test(path)) return 'must not hold control characters'
  if (/^(\\\\|\/\/)/.test(path))
    return 'must not be a network address; mount the share and name the folder it appears in'
  if (path.startsWith('~')) return 'must not begin with ~; write the whole path, such as "/srv/scans"'
  if (!/^(\/|[A-Za-z]:[\\/])/.test(path)) return 'must be a whole path, such as "/srv/scans" or "D:\\Scans"'
  if (parts.some((part) => part === '..' || part === '.') || /[\\/]{2}/.test(path))
    return 'must be written plainly, without "." or ".." or "//"'
  // « D: » counts as a part of its own: what is left is the folder.
  if (parts.filter((part) => !/^[A-Za-z]:$/.test(part)).length === 0)
    return 'must not be a whole disk: everything in this folder is erased'
  return null
}

/** A folder a scanner drops pages in. Everything in it is erased, so nothing about its path may be a surprise. */
export const scanFolderSchema = z.string().superRefine((path, context) => {
  const cure = scanFolderCure(path)
  if (cure !== null) context.addIssue({ code: 'custom', message: cure })
})
