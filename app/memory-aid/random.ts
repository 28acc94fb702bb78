/** A source of whole numbers of 32 bits, each as likely: `crypto.getRandomValues` outside of tests. */
export type Random32 = () => number

const range = 2 ** 32

/** A whole number below `size` (1 to 2³²), each as likely. Draws again where a remainder would favour the first ones. */
export function below(size: number, random: Random32): number {
  const fair = range - (range % size)
  let drawn = random()
  while (drawn >= fair) drawn = random()
  return drawn % size
}
