import { below, type Random32 } from './random.ts'

/** Words and a last digit, which many sites ask for. */
export type Passphrase = { words: readonly string[]; digit: number }

/**
 * Least strength of a passphrase, in bits: what the CNIL asks of a password where the site slows repeated tries down
 * (recommendation 2022-100 of 21 July 2022), as the téléservices do.
 */
export const leastBits = 50

const digits = 10

/** Strength of a passphrase of so many different words from a list of `size`, in bits. The list is not a secret. */
export function bitsOf(size: number, words: number): number {
  let bits = Math.log2(digits)
  for (let drawn = 0; drawn < words; drawn++) bits += Math.log2(size - drawn)
  return bits
}

/** Words needed from a list of `size` to reach `leastBits`. A list too short for that is a defect. */
export function wordsNeeded(size: number): number {
  for (let words = 1; words < size; words++) if (bitsOf(size, words) >= leastBits) return words
  throw new Error(`A list of ${size} words cannot give ${leastBits} bits`)
}

/** A new passphrase: different words, in the order drawn. */
export function drawPassphrase(list: readonly string[], random: Random32): Passphrase {
  const left = [...list]
  const words = Array.from({ length: wordsNeeded(list.length) }, () =>
    left.splice(below(left.length, random), 1),
  )
  return { words: words.flat(), digit: below(digits, random) }
}

/** As it is typed: « Lune-Tapis-Renard-Citron-Velours-7 ». Capital, sign and digit are what sites ask for. */
export function written({ words, digit }: Passphrase): string {
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return [...capital, digit].join('-')
}
