import { open, rm } from 'node:fs/promises'
import { errorCode } from '../../lib/durable-file.ts'

const pieceBytes = 16 * 1024
const pieces = 16

/** Room on the disk that is ours before it is needed: given up for a record that a full disk would refuse. */
export type Reserve = {
  /** Does the write; on a full disk, again with the reserve given up. @throws what the last attempt threw */
  within(write: () => Promise<void>): Promise<void>
}

/** A reserve of 256 KiB in one file: hundreds of sessions' worth of counts and receipts. */
export function keepReserve(path: string): Reserve {
  let kept = fill(path)
  return {
    within: async (write) => {
      await kept
      try {
        await write()
      } catch (error) {
        if (errorCode(error) !== 'ENOSPC' && errorCode(error) !== 'EDQUOT') throw error
        // The whole file, not a piece of it: where names have run out, not bytes, this gives one back.
        await rm(path, { force: true })
        try {
          await write()
        } finally {
          kept = fill(path)
        }
      }
    },
  }
}

/** Takes what can be had: on a full disk a smaller reserve, or none, is no error. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w', 0o600).catch(() => null)
  try {
    for (let piece = 0; piece < pieces; piece++) await file?.write(Buffer.alloc(pieceBytes))
    await file?.sync()
  } catch {
    // What was written stays ours.
  } finally {
    await file?.close()
  }
}
