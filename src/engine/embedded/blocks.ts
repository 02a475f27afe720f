/** What stands in the page's own file in a block of that name, which the browser neither runs nor shows; null where there is none. */
export const blockOf = (name: string): string | null => document.querySelector(`script[data-file="${CSS.escape(name)}"]`)?.textContent ?? null
