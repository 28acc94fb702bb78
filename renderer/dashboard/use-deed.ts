import { useState } from 'react'
import { Refused } from './client.ts'

/** Something a person does: whether it is under way, and why it was refused. */
export function useDeed() {
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | undefined>()
  /** @returns whether it was done */
  const run = async (deed: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setRefused(undefined)
    try {
      await deed()
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, refused, run }
}
