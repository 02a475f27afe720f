/**
 * When a case that is still open is a major one: it is collective, or it is about arrears of so many workers or so much
 * money. The workers are those of the Labor Dispute Mediation and Arbitration Law art. 7; the amount is this product's own
 * threshold, in yuan.
 */
export const majorCase = { workers: 10, amount: 100_000 } as const
