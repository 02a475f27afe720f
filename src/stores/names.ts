import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { parseNames, type Names } from '../domain/names'
import { describeError } from './describe-error'
import type { Trouble } from './trouble'

/** Names of enterprises that the reader opened from a file of their own. They live in this page alone: never sent, never stored. */
export const useNamesStore = defineStore('names', () => {
  const names = shallowRef<Names | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  return {
    names,
    trouble,
    async open(file: Pick<Blob, 'text'>): Promise<void> {
      try {
        names.value = parseNames(await file.text())
        trouble.value = null
      } catch (error) {
        trouble.value = describeError(error)
      }
    },
    forget() {
      names.value = null
      trouble.value = null
    },
    nameOf: (id: string): string | null => names.value?.get(id) ?? null,
  }
})
