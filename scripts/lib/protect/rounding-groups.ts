import type { Incidence } from './incidence'

/** The rounded cells of each margin that has two or more of them, in the order given, the smallest groups first. */
export const groupsOf = ({ startOf, marginOf, weightOf }: Incidence, cells: Int32Array): Int32Array[] => {
  const start = new Int32Array(weightOf.length + 1)
  const addTo = (slots: Int32Array, slot: number): number => {
    const before = slots[slot] ?? 0
    slots[slot] = before + 1
    return before
  }
  for (const cell of cells) for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) addTo(start, (marginOf[at] ?? 0) + 1)
  for (let margin = 0; margin < weightOf.length; margin += 1) start[margin + 1] = (start[margin + 1] ?? 0) + (start[margin] ?? 0)
  const next = start.slice()
  const members = new Int32Array(start[weightOf.length] ?? 0)
  for (const cell of cells) for (let at = startOf[cell] ?? 0; at < (startOf[cell + 1] ?? 0); at += 1) members[addTo(next, marginOf[at] ?? 0)] = cell
  const groups: Int32Array[] = []
  for (let margin = 0; margin < weightOf.length; margin += 1) {
    const group = members.subarray(start[margin] ?? 0, start[margin + 1] ?? 0)
    if (group.length > 1) groups.push(group)
  }
  return groups.sort((a, b) => a.length - b.length)
}
