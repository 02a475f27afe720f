import type { CaseList } from './list'

export const outreachLists: readonly CaseList[] = []
