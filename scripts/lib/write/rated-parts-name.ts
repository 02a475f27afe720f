import { ratedPartsWords, readRatedParts } from '../../../src/domain/evaluation/rated-parts'
import type { Bilingual } from '../../../src/domain/text'

export const ratedPartsName = (member: string): Bilingual => {
  const read = readRatedParts(member)
  return read ? ratedPartsWords(read) : { zh: member, en: member }
}
