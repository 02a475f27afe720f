/** The facts some statements read, each once. */
export const readsOf = (statements: readonly { readonly reads: readonly string[] }[]): string[] => [...new Set(statements.flatMap(({ reads }) => reads))]
