import { expect, test } from 'vitest'
import { callOfRow } from '#workflows/channels/hotline/columns.ts'
import { LEFT_OUT } from '#workflows/channels/hotline/leave-out.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'

const row = (caller: string, number: string, text: string) =>
  writtenCall(callOfRow([caller, number, text], ['caller', 'number', 'text']))

test.each([
  ['匿名', '匿名信都不让写'],
  ['匿名市民', '匿名市民都要登记'],
  ['市民', '市民广场每周五个会'],
  ['群众', '群众来信没人管'],
  ['女士', '女士培训班天天打卡'],
  ['一名村干部', '我是一名村干部，表太多'],
  ['不详', '用途不详的表每周三张'],
  ['无', '无谓的会'],
  ['系统', '系统里每天填三遍'],
  ['青禾区白石镇', '青禾区白石镇每周三张表'],
  ['李家村村民委员会', '李家村村民委员会盖了三十个章'],
])('where the caller is entered as “%s” no word of theirs is altered', (caller, text) => {
  expect(row(caller, '-', text)).toMatchObject({ text, dropped: [] })
})

test.each([
  ['王小明', '王小明反映填表', '来电人反映填表'],
  ['李 女士', '李女士反映妇联的女士培训', '来电人反映妇联的女士培训'],
  ['李 女士', '李 女士反映妇联的女士培训', '来电人反映妇联的女士培训'],
  ['王小明（代王大明）', '王小明说王小明', '来电人说来电人'],
  ['王小明、张三', '王小明和张三都说', '来电人和来电人都说'],
  ['王女士13900001111', '王女士说会多', '来电人说会多'],
  ['Wang Wei', 'Wang Wei写的Wang Weiming', '来电人写的Wang Weiming'],
  ['王', '国王村每周三张表', '国王村每周三张表'],
])('a caller entered as “%s” is left out as a whole: %s', (caller, text, kept) => {
  expect(row(caller, '', text).text).toBe(kept)
})

test.each([
  ['5557788', '家里5557788', `家里${LEFT_OUT}`],
  ['0571-88887777', '打88887777，或057188887777', `打${LEFT_OUT}，或${LEFT_OUT}`],
  ['138****5678', '是138****5678', `是${LEFT_OUT}`],
  ['５５５７７８８', '家里5557788', `家里${LEFT_OUT}`],
  ['661234', '短号661234，66123456张表', `短号${LEFT_OUT}，66123456张表`],
  ['12345', '打12345说过两次', '打12345说过两次'],
  ['1', '一共1张', '一共1张'],
])('a number entered as “%s” is left out, and no figure that only holds it: %s', (number, text, kept) => {
  expect(row('', number, text).text).toBe(kept)
})

test('a sender who names a thousand callers does not keep the reader from its other calls', () => {
  const unsaid = Array.from({ length: 10_000 }, (_, at) => `王${String.fromCodePoint(0x4e00 + at)}`)
  const before = performance.now()
  writtenCall({ unsaid, turns: [{ speaker: null, text: '每周三张表'.repeat(4000) }] })
  expect(performance.now() - before).toBeLessThan(2000)
})
