/**
 * The key under which two writings of one firm's name meet. It is compared, never shown.
 *
 * Folded, because clerks vary it: full and half width (NFKC), letter case, spaces, punctuation and brackets of every kind
 * with their content kept (上海甲（中国）有限公司 = 上海甲(中国)有限公司 = 上海甲中国有限公司), 有限责任公司 to 有限公司, which name the same
 * legal form, and a closing 个体工商户, which registers append since 2022 and ledgers leave out.
 * Kept, because it tells firms apart: places (上海甲 and 甲 may be two firms), 股份, branches (分公司, 第一店) and numbers.
 * Blank text gives ''.
 */
export const normaliseFirmName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .replaceAll('有限责任公司', '有限公司')
    .replace(/(?<=.)个体工商户$/u, '')
