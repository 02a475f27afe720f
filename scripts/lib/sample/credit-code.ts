const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SUBJECT_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const subjectValue = (char: string): number => /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55

/** Check character of an eight-character subject code (GB 11714). */
const subjectCheck = (subject: string): string => {
  const sum = [...subject].reduce((total, char, i) => total + subjectValue(char) * (SUBJECT_WEIGHTS[i] ?? 0), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** Check character over the first 17 characters of a credit code (GB 32100-2015: weights 3^i mod 31). */
export const creditCodeCheck = (first17: string): string => {
  let weight = 1
  let sum = 0
  for (const char of first17.slice(0, 17)) {
    sum += SYMBOLS.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  return SYMBOLS.charAt((31 - (sum % 31)) % 31)
}

/**
 * A credit code that passes both checks and that no registry has given out: subject codes `XXXX0001` to `XXXX9999`.
 * `category` is 1 for an enterprise, 2 for a self-employed business.
 */
export const syntheticCreditCode = (serial: number, category: 1 | 2): string => {
  const subject = `XXXX${String(serial).padStart(4, '0')}`
  const first17 = `9${category}310106${subject}${subjectCheck(subject)}`
  return first17 + creditCodeCheck(first17)
}
