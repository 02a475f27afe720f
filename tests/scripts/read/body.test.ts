import { describe, expect, it } from 'vitest'
import { classifyRow } from '../../../scripts/lib/read/body'
import type { Cell } from '../../../scripts/lib/read/sheet'

const header = { row: 2, lastRow: 3, names: ['案件编号', '单位名称', '申请日期', '涉及人数', '企业内部协商·收到日期', '企业内部协商·结果'] }
const columns = { required: [0, 2], id: [0] }
const kind = (cells: Cell[], isAfterData = true) => classifyRow({ number: 9, cells }, header, columns, isAfterData)

describe('classifyRow', () => {
  it.each<[string, Cell[]]>([
    ['an ordinary row', ['D1', '某某公司', '2024-01-02', 3, null, null]],
    ['only an id', ['D2024001']],
    ['only an id in Chinese form', ['沪静劳调〔2024〕第12号']],
    ['only a number', [17]],
    ['no id', [null, '某某公司', '2024-01-02', 3]],
    ['a company named 合计', ['D1', '合计', '2024-01-02', 3]],
    ['a company whose name begins with 合计', ['D1', '合计科技有限公司', '2024-01-02']],
    ['an odd id 合计 with all required cells filled by others', ['D9', '小计', '2024/1/2', null]],
    ['a company named 说明', ['D1', '说明：测试公司', '2024-01-02']],
    ['two texts', [null, '某某公司', null, null, null, '在办']],
  ])('data: %s', (_, cells) => expect(kind(cells)).toBe('data'))

  it.each<[string, Cell[]]>([
    ['合计', ['合计', null, null, 30]],
    ['总 计 with spaces', ['总 计', null, null, '30']],
    ['in the second cell', [null, '小计', null, 12]],
    ['behind an ordinal', [3, '共计', null, 12]],
    ['in a later cell when it is the first filled', [null, null, null, '合计：', 12]],
    ['of a month', ['1月小计', null, null, 3]],
    ['with its unit', ['合计（件）', null, null, 3]],
    ['with its figure', ['合计：30件']],
    ['English', ['Total', null, null, 30]],
    ['Grand total', ['Grand Total:', null, null, 30]],
  ])('total: %s', (_, cells) => expect(kind(cells)).toBe('total'))

  it.each<[string, Cell[]]>([
    ['注', ['注：本表含在办案件']],
    ['备注 with blanks', ['备 注: 以上数据截至12月', null, null]],
    ['signatures over several cells', ['填表人：张三', null, '审核：李四', null, '2025年1月3日']],
    ['单位负责人', [null, '单位负责人：王五']],
    ['a lone sentence in the id column', ['以上为2024年全年数据。']],
    ['a lone date in the id column', ['2024年12月31日']],
    ['a lone heading of the next month', ['二月份劳动争议']],
    ['a lone text elsewhere', [null, null, null, null, '街道总工会']],
  ])('note: %s', (_, cells) => expect(kind(cells)).toBe('note'))

  it('takes a lone text for a note only after data', () => {
    expect(kind([null, '芷江西路居民区'], false)).toBe('data')
    expect(kind([null, '芷江西路居民区'], true)).toBe('note')
    expect(kind(['单位：元'], false)).toBe('note')
  })

  it('knows blank rows', () => {
    expect(kind([])).toBe('blank')
    expect(kind([null, ' ', '\u3000', null])).toBe('blank')
    expect(kind([0])).toBe('data')
  })

  it('knows the header when it comes again, in either of its rows', () => {
    expect(kind(['案件编号', '单位名称', '申请日期*', '涉及人数', '企业内部协商', null])).toBe('repeatedHeader')
    expect(kind([null, null, null, null, '收到日期', '结果'])).toBe('repeatedHeader')
    expect(kind(['案件编号', '某某公司', '2024-01-02', 3, null, null])).toBe('data')
  })

  it('with one required column a total word in its place is a total', () => {
    const one = { required: [0], id: [0] }
    expect(classifyRow({ number: 1, cells: ['合计', 3] }, { row: 1, lastRow: 1, names: ['名称', '人数'] }, one, true)).toBe('total')
  })
})
