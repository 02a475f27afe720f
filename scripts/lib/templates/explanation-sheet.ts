/** Name of the sheet that explains the columns in every empty ledger. */
export const explanationSheet = '填写说明'
