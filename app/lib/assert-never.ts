/** Makes a switch over a union exhaustive: a missing case does not compile, a value from outside throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
