import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toggleFilter, withFilter, withoutMember } from '../domain/filters'
import type { Member } from '../domain/answer'
import type { DimensionId, Filter } from '../domain/question'
import { readView } from '../domain/view-url'
import type { View } from '../domain/view'

/** Brings a view into the address; the address then comes back through `adopt`. */
export type Navigate = (view: View) => void

/** What the user chose. The address holds it; this store only reads it and asks for another one. */
export const useViewStore = defineStore('view', () => {
  const view = shallowRef<View>(readView('overview', {}))
  let navigate: Navigate = (next) => {
    view.value = next
  }

  const choose = (change: Partial<View>) => navigate({ ...view.value, ...change })
  const setWhere = (where: readonly Filter[]) => choose({ where })

  return {
    view,
    adopt: (next: View) => {
      view.value = next
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
