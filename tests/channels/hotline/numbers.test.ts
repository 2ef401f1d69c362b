import { describe, expect, test } from 'vitest'
import { LEFT_OUT, leaveOut } from '#workflows/channels/hotline/leave-out.ts'

test.each([
  '第1、3、5、7、9、11、13、15村都要填表',
  '第1,3,5,7,9,11,13,15村都要填表',
  '第1，3，5，7，9，11，13，15村都要填表',
  '每个月的13、14、15、16、17、18号开会，时间是1、2、3、4、5、6、7、8、9、10月',
  '10，11，12，13，14，15，16，17，18号都在开会',
  '一、三、五、七、九、一一、一三、一五村轮流',
  '报了1.3.5.7.9.11.13.15组',
  '工号1、2、3都要打卡',
  '电话1、2、3、4、5、6、7、8都打不通',
])('the numbers of a list are no telephone number: %s', (said) => {
  expect(leaveOut(said)).toEqual({ text: said, dropped: [] })
})

describe('a number is left out in whatever groups it was heard', () => {
  test.each([
    ['幺三八，幺二三四，五六七八', LEFT_OUT],
    ['一三八。一二三四。五六七八', LEFT_OUT],
    ['1 3 8，1 2 3 4，5 6 7 8', LEFT_OUT],
    ['138.1234.5678', LEFT_OUT],
    ['我的电话是一三，八一，二三，四五，六七八', `我的电话是${LEFT_OUT}`],
    ['330106，19840101，1234', LEFT_OUT],
    ['我家电话零五七一八八八八七七七七', `我家电话${LEFT_OUT}`],
    ['打零五七一，八八八八，七七七七找我', `打${LEFT_OUT}找我`],
    ['零幺零 六五五五 一二三四', LEFT_OUT],
    ['座机零二一六五五五幺二三四。', `座机${LEFT_OUT}。`],
    ['区号零五五五七六五四三二一', `区号${LEFT_OUT}`],
  ])('%s', (said, kept) => expect(leaveOut(said)).toEqual({ text: kept, dropped: ['number'] }))
})

test('a long text of nothing but digits and marks is read in little time', () => {
  const before = performance.now()
  for (const unit of ['1、', '1，', '1 ', '0 ', '嗯', '一嗯', '138，', '工号', '电话 ', '我是'])
    leaveOut(unit.repeat(20_000))
  expect(performance.now() - before).toBeLessThan(3000)
})
