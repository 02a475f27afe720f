import { describe, expect, it } from 'vitest'
import { normaliseFirmName } from '../../../src/domain/reference/firm-name'

const same = (...names: string[]) => expect(new Set(names.map(normaliseFirmName)).size).toBe(1)
const different = (...names: string[]) => expect(new Set(names.map(normaliseFirmName)).size).toBe(names.length)

describe('normaliseFirmName', () => {
  it('joins the ways one name is written', () => {
    same('上海示例（中国）餐饮有限公司', '上海示例(中国)餐饮有限公司', '上海示例【中国】餐饮 有限责任公司', '上海示例中国餐饮有限公司\u200b')
    same('上海ＡＢＣ物流有限公司', '上海abc物流有限公司', '上海 A.B.C 物流有限公司')
    same('上海市静安区示例面馆（个体工商户）', '上海市静安区示例面馆')
  })

  it('keeps apart what may be two firms', () => {
    different('上海示例餐饮有限公司', '示例餐饮有限公司', '上海市示例餐饮有限公司')
    different('上海示例餐饮有限公司', '上海示例餐饮有限公司第一分公司', '上海示例餐饮股份有限公司')
    different('示例一店', '示例二店')
  })

  it('gives the key itself', () => {
    expect(normaliseFirmName('上海Demo·示例（集团）有限责任公司')).toBe('上海demo示例集团有限公司')
    expect(normaliseFirmName(' ')).toBe('')
    expect(normaliseFirmName('个体工商户')).toBe('个体工商户')
  })
})
