import type { CoordinatorSays } from '../../../app/contracts/coordinator-link.ts'
import type { Outcome } from '../../../app/coordinator/command.ts'
import { heed } from '../../../app/coordinator/heed.ts'
import { isTurn, type PostState, postStateOf } from '../../../app/coordinator/post-state.ts'
import type { Event, State } from '../../../app/session/machine.ts'

/** A command comes again only within the seconds its asker waits. */
const mostRemembered = 100

type Attention = PostState['attention'][number]

/** What reception sees of this post and asks of it. */
export type Reception = {
  /** The state the machine is in. */
  follow(state: State): void
  state(): PostState
  /** Carries a command out once; when it comes again, it gets the same answer. */
  heed(said: CoordinatorSays): Outcome
  /** Something a person at the desk should look at, until the next session. */
  raise(attention: Attention): void
  lower(attention: Attention): void
  /** What reception has to say to the person, first things first; `null` when all is read. */
  message(): string | null
  messageRead(): void
}

export type ReceptionParts = {
  secondsLeft(): number
  extensionMinutes(): number
  /** Records wait for the disk. */
  isDiskInTrouble(): boolean
  dispatch(event: Event): void
  newTurn(): string
  onChange(): void
}

export function keepReception(first: State, parts: ReceptionParts): Reception {
  let current = first
  let turn: string | null = null
  let messages: readonly string[] = []
  const raised = new Set<Attention>()
  const answers = new Map<string, Outcome>()

  const carryOut = ({ command }: CoordinatorSays): Outcome => {
    const canExtend = parts.extensionMinutes() > 0
    const { outcome, event } = heed(command, { state: current, turn, canExtend })
    if (event !== null) parts.dispatch(event)
    if (outcome === 'done' && command.do === 'message') {
      messages = [...messages, command.text]
      parts.onChange()
    }
    return outcome
  }

  return {
    follow: (state) => {
      if (isTurn(state) && !isTurn(current)) {
        turn = parts.newTurn()
        raised.clear()
      }
      if (!isTurn(state)) turn = null
      if (state.at !== 'active') messages = []
      current = state
    },
    state: () => {
      const attention = [...raised]
      const isDisk =
        parts.isDiskInTrouble() || (current.at === 'outOfService' && current.reason.because === 'records')
      if (isDisk) attention.push('disk')
      return postStateOf(current, { secondsLeft: parts.secondsLeft(), turn, attention })
    },
    heed: (said) => {
      const outcome = answers.get(said.commandId) ?? carryOut(said)
      answers.set(said.commandId, outcome)
      for (const id of [...answers.keys()].slice(0, -mostRemembered)) answers.delete(id)
      return outcome
    },
    raise: (attention) => {
      raised.add(attention)
      parts.onChange()
    },
    lower: (attention) => {
      if (raised.delete(attention)) parts.onChange()
    },
    message: () => messages[0] ?? null,
    messageRead: () => {
      messages = messages.slice(1)
      parts.onChange()
    },
  }
}
