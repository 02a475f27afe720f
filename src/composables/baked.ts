import type { InjectionKey } from 'vue'

/** Provided where a page is rendered into its file: every size is drawn, and nothing waits to be opened. */
export const baked: InjectionKey<true> = Symbol('baked')
