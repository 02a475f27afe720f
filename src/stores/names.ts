import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { parseNames, type Names } from '../domain/names'
import { ReferenceTableError } from '../domain/reference/csv'
import type { Trouble } from './trouble'

/** Names of enterprises that the reader opened from a file of their own. They live in this page alone: never sent, never stored. */
const other = (error: unknown): Trouble => ({
  what: error instanceof ReferenceTableError ? { zh: `这不是企业名称对照文件（第 ${error.line} 行：${error.why.zh}）。`, en: `This is no names file (line ${error.line}: ${error.why.en}).` } : { zh: '文件无法读取。', en: 'The file cannot be read.' },
  todo: { zh: '请选择核对报告旁边的 names.csv。', en: 'Choose the names.csv beside the check report.' },
  detail: null,
})

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
        trouble.value = other(error)
      }
    },
    forget() {
      names.value = null
      trouble.value = null
    },
    nameOf: (id: string): string | null => names.value?.get(id) ?? null,
  }
})
