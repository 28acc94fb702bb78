// Loaded before a program, lets it run eight days from now: what it makes of this week can be seen once the week is over.
const ahead = 8 * 86_400_000
const { Date: Now } = globalThis

globalThis.Date = class extends Now {
  constructor(...moment: unknown[]) {
    super(...((moment.length === 0 ? [Now.now() + ahead] : moment) as [number]))
  }

  static override now(): number {
    return Now.now() + ahead
  }
} as DateConstructor

export {}
