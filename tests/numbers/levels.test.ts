import { beforeAll, describe, expect, test } from 'vitest'
import type { Cell } from '../../src/domain/answer'
import { dimensions } from '../../src/domain/dimensions'
import { factOf } from '../../src/domain/facts'
import { membersOf } from '../../src/domain/members'
import type { DimensionId } from '../../src/domain/question'
import { extractedFrom, type Extracted } from '../support/extracted'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'

interface Level {
  readonly fine: DimensionId
  readonly coarse: DimensionId
  readonly holderOf: (member: string) => string | null
}

const levels: readonly Level[] = dimensions.flatMap(({ id, within = {} }) => Object.entries(within).map(([coarse, holderOf]) => ({ fine: id, coarse, holderOf })))

let extract: Extracted
beforeAll(async () => {
  extract = await extractedFrom({ folder: await miniLedger(7, 160), asOf: ledgerAsOf, detail: 'case', maxRejected: 1 })
})

/** Pairs of members in the rows of a fact that the catalogue does not put together. */
const strays = async (fact: string, { fine, coarse, holderOf }: Level): Promise<unknown[]> => {
  const reader = await extract.opened.connection.runAndReadAll(`SELECT DISTINCT "${fine}", "${coarse}" FROM "${fact}" WHERE "${fine}" IS NOT NULL`)
  return reader.getRows().filter(([member, holder]) => holderOf(String(member)) !== holder).map((pair) => [fact, ...pair])
}

describe('levels of dimensions', () => {
  test('a member lies in the same member of the coarser level in every row of every fact', async () => {
    expect(levels.map(({ fine, coarse }) => `${fine} ${coarse}`)).toEqual([
      'area subdistrict', 'area district', 'subdistrict district', 'industry industry_section', 'cause cause_class', 'cause cause_area',
    ])
    const wrong: unknown[] = []
    for (const id of Object.keys(extract.manifest.facts)) {
      const held = levels.filter(({ fine, coarse }) => [fine, coarse].every((dimension) => factOf(id).dimensions.includes(dimension)))
      for (const level of held) wrong.push(...await strays(id, level))
    }
    expect(wrong).toEqual([])
  })

  const in2015 = async (by: string, dimension: string, member: string): Promise<readonly Cell[]> => {
    const [answer] = await extract.answer([{ kind: 'measure', metrics: ['disputes.opened'], by: [by], grain: 'year', compare: 'none', period: { from: 2015 * 12, to: 2015 * 12 + 11 }, where: [{ dimension, members: [member] }] }])
    return answer?.kind === 'measure' ? answer.cells : []
  }

  test('a split lists what lies in the filter’s member, and what holds it, and no other', async () => {
    for (const { fine, coarse, holderOf } of levels) {
      for (const { id } of membersOf(extract.manifest, coarse)) {
        const inside = membersOf(extract.manifest, fine).map((member) => member.id).filter((member) => holderOf(member) === id)
        // 2015 lies before every row: whatever is answered is what is listed.
        const split = await in2015(fine, coarse, id)
        expect([fine, coarse, id, ...split.map(({ members }) => members[fine])]).toEqual([fine, coarse, id, ...inside])
        const holders = await in2015(coarse, fine, inside[0] ?? '')
        expect([fine, coarse, ...holders.map(({ members }) => members[coarse])]).toEqual([fine, coarse, id])
      }
    }
  })
})
