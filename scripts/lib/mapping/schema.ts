import { z } from 'zod'

/** Forms of short texts, with the words for who wrote another. */
export const forms = {
  name: { pattern: /^[a-z0-9][a-z0-9-]{0,63}$/, zh: '小写英文字母、数字和连字符，以字母或数字开头，不超过 64 个字符', en: 'lower-case letters, digits and hyphens, a letter or digit first, 64 characters at most' },
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, zh: '年-月，如 2020-01', en: 'a month such as 2020-01' },
  street: { pattern: /^\d{9}$/, zh: '9 位区划代码', en: 'an area code of 9 digits' },
} as const

const text = z.string().min(1)
const place = z.enum(['matched', 'as_named'])

const split = z.strictObject({
  column: text,
  separator: text.optional(),
  pattern: text.optional(),
  from: z.enum(['left', 'right']).default('left'),
  into: z.array(text.nullable()).min(1),
})

const madeId = z.union([
  z.array(text).min(1),
  z.strictObject({ columns: z.array(text).min(1), hash: z.boolean().default(false) }),
])

const operands = z.array(z.union([text, z.number()])).min(2)

/** Exactly one of them; that is checked with the names, where it can be told in plain words. */
const derived = z.strictObject({
  add: operands.optional(),
  subtract: operands.optional(),
  multiply: operands.optional(),
  divide: operands.optional(),
})

const values = z.record(text, z.record(z.string(), z.string().nullable())).default({})
const dates = z.record(text, text).default({})

const unpivot = z.strictObject({
  into: text,
  set: z.record(text, z.union([z.string(), z.number()])).default({}),
  columns: z.record(text, text),
  values,
  dates,
})

const file = z.strictObject({
  match: text,
  table: text,
  encoding: text.optional(),
  delimiter: z.enum([',', '\t', ';', '|']).optional(),
  sheet: text.optional(),
  headerRow: z.number().int().positive().optional(),
  strict: z.boolean().default(false),
  columns: z.record(text, text).default({}),
  constants: z.record(text, z.union([z.string(), z.number(), z.boolean()])).default({}),
  values,
  dates,
  split: z.array(split).default([]),
  unpivot: z.array(unpivot).default([]),
  ids: z.record(text, madeId).default({}),
  derive: z.record(text, derived).default({}),
})

/** `source.json`: what a folder of ledgers is, where its own words do not say so. */
export const mappingSchema = z.strictObject({
  name: z.string().regex(forms.name.pattern).optional(),
  title: z.strictObject({ zh: text, en: text }).optional(),
  apply: z.strictObject({ zh: text, en: text }).optional(),
  synthetic: z.boolean().default(false),
  street: z.string().regex(forms.street.pattern).optional(),
  held_from: z.record(text, z.string().regex(forms.month.pattern)).default({}),
  places: place.default('matched'),
  industries: place.default('matched'),
  others: z.enum(['read', 'ignore']).default('read'),
  files: z.array(file).default([]),
})

export type Mapping = z.infer<typeof mappingSchema>
export type FileMapping = Mapping['files'][number]
export type SplitMapping = FileMapping['split'][number]
export type DeriveMapping = FileMapping['derive'][string]
export type UnpivotMapping = FileMapping['unpivot'][number]

export const noMapping: Mapping = mappingSchema.parse({})
