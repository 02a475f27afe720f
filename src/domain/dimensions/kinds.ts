import type { EnumId } from '../enums'
import type { Bilingual } from '../text'
import type { Dimension } from './dimension'

/** A dimension whose members are a vocabulary of the input contract. */
export const enumeration = (id: string, zh: string, en: string, of: EnumId, filterable = true): Dimension => ({
  id,
  name: { zh, en },
  labels: { kind: 'enum', of },
  filterable,
})

/** A dimension whose members are a catalogue in the code. */
export const fixed = (id: string, zh: string, en: string, of: Readonly<Record<string, Bilingual>>, filterable = true): Dimension => ({
  id,
  name: { zh, en },
  labels: { kind: 'fixed', of },
  filterable,
})

/** A dimension whose members the extract lists itself. */
export const fromExtract = (id: string, zh: string, en: string, within: Dimension['within'] = {}): Dimension => ({
  id,
  name: { zh, en },
  labels: { kind: 'extract' },
  within,
  filterable: true,
})
