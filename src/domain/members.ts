import { dimensionOf } from './dimensions'
import type { Dimension } from './dimensions/dimension'
import { enumValues } from './enums'
import type { Member } from './answer'
import type { Manifest, ManifestMember } from './manifest'
import { missingReasons } from './missing'
import type { DimensionId } from './question'
import type { Language } from './text'

/** Members of a dimension whose labels are in the catalogue, in its order; none for places, unions and industries. */
export const fixedMembers = (dimension: Dimension): ManifestMember[] => {
  const { labels } = dimension
  if (labels.kind === 'enum') return enumValues(labels.of).map(({ value, zh, en }) => ({ id: value, zh, en, parent: null }))
  if (labels.kind === 'extract') return []
  return Object.entries(labels.of).map(([id, { zh, en }]) => ({ id, zh, en, parent: null }))
}

/** Members an extract has for a dimension; none when it does not know the dimension. */
export const membersOf = (manifest: Manifest, dimension: DimensionId): readonly ManifestMember[] => manifest.members[dimension] ?? []

/** What a member is called. An unknown member is called by its id, «not recorded» by its reason. */
export const memberLabel = (manifest: Manifest, dimension: DimensionId, member: Member, language: Language): string => {
  if (member === null) return missingReasons.not_recorded[language]
  const known = membersOf(manifest, dimension).find((m) => m.id === member) ?? fixedLabel(dimension, member)
  return known?.[language] ?? member
}

const fixedLabel = (dimension: DimensionId, member: string) => {
  const found = dimensionOf(dimension)
  return found ? fixedMembers(found).find((m) => m.id === member) : undefined
}
