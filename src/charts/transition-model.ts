import type { Member, TransitionAnswer } from '../domain/answer'
import { dimensionOf } from '../domain/dimensions/index'
import { fixedMembers } from '../domain/members'
import { transitionOf } from '../domain/transitions'

/** Where a move leads: up or down the order of states, nowhere, or out of sight. */
export type Course = 'up' | 'same' | 'down' | 'gone'

export interface Flow {
  readonly from: Member
  readonly to: Member
  readonly n: number
  readonly course: Course
}

export interface Node {
  readonly member: Member
  readonly n: number
  /** Not a state but the reason why there is none. */
  readonly apart: boolean
}

export interface Moves {
  readonly total: number
  readonly before: readonly Node[]
  readonly after: readonly Node[]
  readonly flows: readonly Flow[]
  readonly of: Readonly<Record<Course, number>>
}

const idsOf = (dimension: string): Member[] => {
  const found = dimensionOf(dimension)
  return found ? fixedMembers(found).map(({ id }) => id) : []
}

/** States in the order of the catalogue, from the best down; what is no state comes last. */
const ordered = (members: readonly Member[], states: readonly Member[]): Member[] => {
  const rank = (member: Member) => (states.includes(member) ? states.length - states.indexOf(member) : states.length + 1)
  return [...members].sort((a, b) => rank(a) - rank(b))
}

const courseOf = (from: Member, to: Member, states: readonly Member[]): Course => {
  if (!states.includes(to) || !states.includes(from)) return 'gone'
  const step = states.indexOf(to) - states.indexOf(from)
  return step > 0 ? 'up' : step < 0 ? 'down' : 'same'
}

/** Bars and ribbons of a transition. The states are those a unit can start from; anything else at the end is attrition. */
export const movesOf = (answer: TransitionAnswer, transition: string): Moves => {
  const { from } = transitionOf(transition)
  const states = idsOf(from)
  const nodes = (side: 'from' | 'to'): Node[] => ordered([...new Set(answer.flows.map((flow) => flow[side]))], states).map((member) => ({
    member, apart: !states.includes(member),
    n: answer.flows.filter((flow) => flow[side] === member).reduce((sum, { n }) => sum + n, 0),
  }))
  const flows = answer.flows.filter(({ n }) => n > 0).map((flow): Flow => ({ ...flow, course: courseOf(flow.from, flow.to, states) }))
  const sum = (course: Course) => flows.filter((flow) => flow.course === course).reduce((total, { n }) => total + n, 0)
  return {
    total: flows.reduce((total, { n }) => total + n, 0),
    before: nodes('from'), after: nodes('to'), flows,
    of: { up: sum('up'), same: sum('same'), down: sum('down'), gone: sum('gone') },
  }
}
