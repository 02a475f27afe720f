import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toggleFilter, withFilter, withoutMember } from '../domain/filters'
import type { Member } from '../domain/answer'
import type { DimensionId, Filter } from '../domain/question'
import { readView, writeQuery } from '../domain/view-url'
import type { View } from '../domain/view'

/** Brings a view into the address, which then comes back through `adopt`. */
export type Navigate = (view: View) => void

const isSame = (a: View, b: View): boolean => a.page === b.page && JSON.stringify(writeQuery(a)) === JSON.stringify(writeQuery(b))

/** What the user chose. It holds at once; the address follows, and leads where it was opened or gone back to. */
export const useViewStore = defineStore('view', () => {
  const view = shallowRef<View>(readView('overview', {}))
  let navigate: Navigate = () => undefined

  const choose = (change: Partial<View>) => {
    view.value = { ...view.value, ...change }
    navigate(view.value)
  }
  const considered = shallowRef<readonly Partial<View>[]>([])
  const setWhere = (where: readonly Filter[]) => choose({ where })

  return {
    view,
    considered,
    /** What the reader seems about to choose, the likeliest first: it can be worked out before they do. */
    consider: (changes: readonly Partial<View>[]) => {
      considered.value = changes
    },
    adopt: (next: View) => {
      if (!isSame(next, view.value)) view.value = next
    },
    connect: (to: Navigate) => {
      navigate = to
    },
    choose,
    setFilter: (dimension: DimensionId, members: readonly Member[]) => setWhere(withFilter(view.value.where, dimension, members)),
    toggle: (picked: Filter) => setWhere(toggleFilter(view.value.where, picked)),
    removeMember: (dimension: DimensionId, member: Member) => setWhere(withoutMember(view.value.where, dimension, member)),
    clearFilters: () => setWhere([]),
    /** Back to what the extract shows by itself; language, theme and extract stay. */
    reset: () => choose({ where: [], period: null, compare: readView('overview', {}).compare }),
  }
})
