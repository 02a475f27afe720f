import type { Firm } from './enterprises'
import { spellingVariant } from './names'
import type { Random } from './random'
import type { Row } from './row'

/** How often a ledger misspells a firm, and how often it gives the credit code. */
const VARIANT_SHARE = 0.06
const CODE_SHARE = 0.5

/** A firm as a clerk writes it: by name, now and then misspelt, with or without its credit code. */
export const firmAsWritten = (random: Random, { name, creditCode }: Firm): { readonly name: string; readonly code: string | null } => ({
  name: random.chance(VARIANT_SHARE) ? spellingVariant(random, name) : name,
  code: creditCode !== null && random.chance(CODE_SHARE) ? creditCode : null,
})

/** The same as cells of a ledger that has a name and a code. */
export const firmCells = (random: Random, firm: Firm): Row => {
  const { name, code } = firmAsWritten(random, firm)
  return { enterprise_name: name, uscc: code }
}
