import { type Problem, type ProblemStatus, problem } from '../../../app/coordinator/problem.ts'

/** Thrown by whoever answers a request: it ends there, with this problem. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(told: Problem) {
    super(told.detail)
    this.problem = told
  }
}

/** @param detail what to do about it, for the person or program that asked */
export const refuse = (...told: [ProblemStatus, string, Parameters<typeof problem>[2]?]): Refusal =>
  new Refusal(problem(...told))

/** What was found, or 404. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw refuse(404, `There is no such ${what}.`)
  return thing
}
