/** 'bad_check' is a warning only: codes of the first years were issued with other check characters and are legal. */
export type CreditCodeCheck = 'valid' | 'bad_check' | 'malformed'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2]

const weightedSum = (characters: string, by: readonly number[], valueOf: (character: string) => number): number =>
  by.reduce((sum, weight, i) => sum + weight * valueOf(characters.charAt(i)), 0)

const checkCharacter = (code: string): string => {
  const sum = weightedSum(code, weights, (character) => alphabet.indexOf(character))
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

// GB 11714: 0–9 count as themselves and A–Z as 10–35, unlike the 31 symbols of the whole code.
const subjectCheckCharacter = (subject: string): string => {
  const rest = 11 - (weightedSum(subject, subjectWeights, (character) => Number.parseInt(character, 36)) % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

/** Full-width characters to half-width, letters to upper case, spaces and hyphens removed. Nothing is guessed: O stays O. */
export const normaliseCreditCode = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}\p{Cf}]/gu, '')

/**
 * Checks a unified social credit code after normalising it: 18 characters of the 31 allowed with a numeric region (else
 * 'malformed'), the check character of the subject code in position 17 and that of the whole in position 18. GB 32100-2015.
 */
export const checkCreditCode = (text: string): CreditCodeCheck => {
  const code = normaliseCreditCode(text)
  if (!shape.test(code)) return 'malformed'
  const sound = checkCharacter(code) === code.charAt(17) && subjectCheckCharacter(code.slice(8, 16)) === code.charAt(16)
  return sound ? 'valid' : 'bad_check'
}
