import type { RoundingState } from './rounding-state'

/** The rounded cells of each margin that has two or more of them, in the order given: table by table, the finest first. */
export const groupsOf = ({ marginOf, tables, counted }: RoundingState, cells: Int32Array): Int32Array[] => {
  const start = new Int32Array(counted.length + 1)
  const addTo = (slots: Int32Array, slot: number): number => {
    const before = slots[slot] ?? 0
    slots[slot] = before + 1
    return before
  }
  for (const cell of cells) for (let table = 0; table < tables; table += 1) addTo(start, (marginOf[cell * tables + table] ?? 0) + 1)
  for (let margin = 0; margin < counted.length; margin += 1) start[margin + 1] = (start[margin + 1] ?? 0) + (start[margin] ?? 0)
  const next = start.slice()
  const members = new Int32Array(cells.length * tables)
  for (const cell of cells) for (let table = 0; table < tables; table += 1) members[addTo(next, marginOf[cell * tables + table] ?? 0)] = cell
  const groups: Int32Array[] = []
  for (let margin = 0; margin < counted.length; margin += 1) {
    const group = members.subarray(start[margin] ?? 0, start[margin + 1] ?? 0)
    if (group.length > 1) groups.push(group)
  }
  return groups.sort((a, b) => a.length - b.length)
}
