/** Share of the runs of each property that this process makes; runs that repeat the tests for every mutant make fewer. */
const share = Number(process.env['XIESHANG_TEST_SHARE'] ?? 1)

/** How often a property is tried where `all` is what a whole run tries. */
export const runs = (all: number): number => Math.max(30, Math.round(all * share))
