import type { InjectionKey } from 'vue'

/** Provided where a page is rendered for readers without scripts, and where a browser takes such a page over: every size is drawn and nothing waits to be opened. */
export const baked: InjectionKey<true> = Symbol('baked')
