import { expect, test } from 'vitest'
import { callOfRow, knownMeanings } from '#workflows/channels/hotline/columns.ts'
import { LEFT_OUT, leaveOut } from '#workflows/channels/hotline/leave-out.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
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

test.each([
  ['1023号为您服务，请讲。', '为您服务，请讲。'],
  ['您好，8号坐席为您服务。', '您好，坐席为您服务。'],
  ['您好，工号幺零二三为您服务', '您好，为您服务'],
  ['我的工号是A-1023', '我的'],
  ['八零二三号话务员为您服务', '为您服务'],
  ['坐席1023为您服务', '为您服务'],
  ['【坐席】李芳\n反映填表', '反映填表'],
  ['【话务员】：1023\n反映填表', '反映填表'],
])('who answered is left out: %s', (said, kept) => {
  expect(leaveOut(said)).toEqual({ text: kept, dropped: ['agent'] })
})

test.each(['2023号文件要求每天打卡', '坐席太少打不进', '【坐席】周末没人接', '12号为止报三张表'])(
  'what only looks like who answered stays: %s',
  (said) => expect(leaveOut(said)).toEqual({ text: said, dropped: [] }),
)

test('who passed a call on is left out of its words, where a column or a field names them', () => {
  const text = '我是李芳，A1023为您服务。派单员李芳没记，1023户都填表，1023号为您服务。'
  const kept = '我是话务员，【号码已略】为您服务。派单员话务员没记，1023户都填表，【号码已略】号为您服务。'
  const meanings = knownMeanings(['诉求内容', '派单员', '坐席工号', '话务员工号'])
  expect(writtenCall(callOfRow([text, '李芳', 'A1023', '1023'], meanings ?? []))).toMatchObject({
    text: kept,
    dropped: ['agent'],
  })
  for (const call of [
    { text, agentName: '李芳', agentId: 'A1023', operatorId: 1023, customerName: '王小明' },
    { session: [{ role: 'agent', agentId: 'A1023', agentName: '李芳', operatorId: '1023', content: text }] },
    { session: [{ role: 'agent', name: '李芳', content: text }], agentId: 'A1023', operatorId: '1023' },
  ]) {
    const [heard] = sessionsOf(JSON.stringify(call))
    expect(heard && writtenCall(heard).text.replace('话务员：', '')).toBe(kept)
  }
})

test('what the turns of a session say of the caller is left out of their words', () => {
  const session = [{ role: 'customer', name: '王小明', phone: '5557788', content: '我叫王小明，打5557788，每周三张表' }]
  const [heard] = sessionsOf(JSON.stringify({ session }))
  expect(heard && writtenCall(heard).text).toBe(`来电人：我叫来电人，打${LEFT_OUT}，每周三张表`)
})
