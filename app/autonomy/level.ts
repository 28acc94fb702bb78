import type { Accompaniment, Need } from '../orientation/vocabulary.ts'
import { type Skill, skills, type Task } from './task.ts'

/** How autonomous a person is, from least to most: all that is counted of the test. */
export const autonomyLevels = ['firstSteps', 'withHelp', 'nearly', 'autonomous'] as const
export type AutonomyLevel = (typeof autonomyLevels)[number]

/** Share of a skill's tasks from which it is held to be mastered: one slip in four is nobody's level. */
const masteredShare = 0.75

/**
 * The level: skills are learnt one upon the other, so it is the number of skills mastered before the first that is
 * not. A task more done never lowers it.
 */
export function levelOf(tasks: readonly Task[], done: ReadonlySet<Task['id']>): AutonomyLevel {
  const masters = (skill: Skill) => {
    const ofSkill = tasks.filter((task) => task.skill === skill)
    return ofSkill.filter((task) => done.has(task.id)).length >= masteredShare * ofSkill.length
  }
  const missing = skills.findIndex((skill) => !masters(skill))
  return autonomyLevels[missing < 0 ? skills.length : missing] ?? 'firstSteps'
}

/** Where a person of each level is best received, first need first: what the directory is then searched for. */
export const adviceFor: Record<
  AutonomyLevel,
  { needs: readonly [Need, ...Need[]]; accompaniments: readonly Accompaniment[] }
> = {
  firstSteps: { needs: ['everydayTools', 'procedures'], accompaniments: ['individual', 'workshop'] },
  withHelp: { needs: ['procedures', 'everydayTools'], accompaniments: ['individual', 'workshop'] },
  nearly: { needs: ['safety', 'procedures'], accompaniments: ['workshop', 'individual'] },
  autonomous: { needs: ['access'], accompaniments: ['alone'] },
}
