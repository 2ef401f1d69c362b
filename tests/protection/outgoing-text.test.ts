import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsIn } from '#workflows/protection/outgoing-text.ts'
import { reporterWords } from '#workflows/protection/quoted-words.ts'
import { MASK } from '#workflows/protection/mask-receipts.ts'
import { FIRST_TEMPLATES } from '#workflows/templates/first/first-templates.ts'
import { STORIES } from '#workflows/sample-town/data/stories/stories.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'

const NOBODY = reporterWords([])
const UNIT_NAMES = UNITS.map(({ name }) => name)
const foundIn = (text: string) => findingsIn(text, NOBODY).map(({ kind, text: words }) => `${kind} ${words}`)
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

describe('what identifies is found, however it is written', () => {
  test.each([
    ['phone', '13800138000'],
    ['phone', '138 0013 8000'],
    ['phone', '138-0013-8000'],
    ['phone', '138.0013.8000'],
    ['phone', '1 3 8 0 0 1 3 8 0 0 0'],
    ['phone', '138\u200b0013\u200b8000'],
    ['phone', '+86 138 0013 8000'.slice(1)],
    ['phone', '0086-13800138000'],
    ['phone', '一三八零零一三八零零零'],
    ['phone', '幺三八洞洞幺三八洞洞洞'],
    ['phone', '一三八 零零一三 八〇〇〇'],
    ['phone', '壹叁捌零零壹叁捌零零零'],
    ['phone', wide('13800138000')],
    ['phone', '①③⑧⓪⓪①③⑧⓪⓪⓪'],
    ['phone', '0990-6123456'],
    ['phone', '010 61234567'],
    ['phone', '（0990）6123456'.slice(1)],
    ['idCard', '990103196207043114'],
    ['idCard', '99010319620704311X'],
    ['idCard', '990103 19620704 311X'],
    ['idCard', wide('99010319620704311X')],
    ['idCard', '990103620704311'],
    ['idCard', '九九零一零三一九六二零七零四三一一四'],
    ['bankCard', '6217 0000 9999 1234 567'],
    ['bankCard', '6222020200112230'],
    ['email', 'li.na@mail.example'],
    ['email', wide('li.na@mail.example')],
    ['email', 'li.na(at)mail.example'],
    ['account', '微信号：li_na-2020'],
    ['account', '微信是lina2020'],
    ['account', 'wxid_9f8e7d6c5b'],
    ['account', 'QQ：123456789'],
    ['account', 'qq群 987654321'],
    ['employeeNumber', '工号：A0123'],
    ['employeeNumber', '工号是００１２３'],
    ['employeeNumber', '警号 012345'],
    ['plate', '云A12345'],
    ['plate', '云A·D12345'],
    ['plate', '云 a1b2c3'],
    ['plate', wide('云A12345')],
    ['address', '幸福路12号'],
    ['address', '上溪村三组十二号'],
    ['address', '5栋2单元501室'],
    ['address', '5号楼501'],
    ['person', '唯一的会计'],
    ['person', '会计罗建国'],
    ['receipt', MASK],
  ])('%s %s', (kind, written) => {
    for (const text of [written, `请联系${written}，谢谢`, `${written}。`, `见（${written}）`, `住在${written}`]) {
      const found = findingsIn(text, NOBODY)
      expect(found.map((one) => one.kind)).toContain(kind)
      expect(found.map((one) => one.text).join('')).toContain([...written].find((sign) => /[\p{L}\p{N}]/u.test(sign)))
    }
  })

  test('all of the number, not a part', () => {
    expect(foundIn('打138 0013 8000找她，身份证99010319620704311X。')).toEqual([
      'phone 138 0013 8000',
      'idCard 99010319620704311X',
    ])
  })
  test('an account after its label', () => {
    expect(foundIn('银行卡 123456789012')).toEqual(['bankCard 123456789012'])
  })
  test('a telephone without its area only after its label', () => {
    expect(foundIn('办公电话：6123456')).toEqual(['phone 6123456'])
    expect(foundIn('共投入6123456元')).toEqual([])
  })
  test('any mobile number in any grouping', () => {
    const digits = fc
      .tuple(fc.constantFrom(...'3456789'), fc.stringMatching(/^\d{9}$/))
      .map(([one, rest]) => `1${one}${rest}`)
    const gaps = fc.array(fc.constantFrom('', '', '', ' ', '-', '.', '\u3000', '\u200b'), {
      minLength: 11,
      maxLength: 11,
    })
    const before = fc.constantFrom('', '手机', '请打', '，', '甲乙丙 ')
    fc.assert(
      fc.property(digits, gaps, before, (number, between, start) => {
        const written = [...number].map((digit, at) => digit + (at < 10 ? between[at] : '')).join('')
        const [found] = findingsIn(`${start}${written}，`, NOBODY)
        expect(found).toMatchObject({ text: written })
      }),
    )
  })
})

describe('what identifies nobody passes', () => {
  test.each([
    '按照云减负交〔2026〕17号要求，请于2026年10月12日前反馈，限60日。',
    '2026-10-12 13:00至15:00召开会议，共36家单位、1,200人次，投入12.5万元。',
    '请拨打12345热线，或拨打110；也可向12389反映。',
    '作为唯一考核依据，书记高度重视，主任方面的工作，干部任务重。',
    '一律不得以任何形式要求村干部二十四小时在线，一事一议，十之八九属实。',
    '文号：国办发〔2026〕12号文；统计表第3页第4栏；社会信用代码91330100MA27XW1234。',
    '微信工作群、QQ工作群过多，钉钉打卡一天三次，微信公众号七个。',
    '望川县青石镇上溪村第三组。',
  ])('%s', (text) => expect(foundIn(text)).toEqual([]))

  test('every text of the sample town that leaves its office, and every first template', () => {
    for (const { text, supplement, place, unit, happened, ...rest } of STORIES) {
      const words = reporterWords([text, supplement, place, unit, happened].filter((said) => said !== undefined))
      for (const said of textsIn(rest)) expect(findingsIn(said, words, UNIT_NAMES)).toEqual([])
    }
    for (const said of textsIn(FIRST_TEMPLATES)) expect(foundIn(said)).toEqual([])
  })
})

describe('the words of the reporter', () => {
  const REPORT = '村里就我一个会计，每个月要填十七张一模一样的表，晚上十一点还要在群里接龙。'
  const quoted = (text: string, known: readonly string[] = []) =>
    findingsIn(text, reporterWords([REPORT]), known).flatMap(({ kind, text: words }) =>
      kind === 'quote' ? [words] : [],
    )

  test('twelve signs in a row are found, eleven are not', () => {
    expect(quoted('反映每个月要填十七张一模一样，多头报送。')).toEqual(['每个月要填十七张一模一样'])
    expect(quoted('反映每个月要填十七张一模，多头报送。')).toEqual([])
  })
  test('blanks, signs, width and what cannot be seen make no difference', () => {
    expect(quoted('每个月 要填“十七张”\u200b一模一样，的表')).toEqual(['每个月 要填“十七张”\u200b一模一样，的表'])
    expect(findingsIn('填ｆｏｒｍ　ＡＢＣ１２３４５６', reporterWords(['填 FORM-abc 123456 了']))).toHaveLength(1)
  })
  test('over the end of a sentence, as the reporter wrote on', () => {
    expect(quoted('一模一样的表，晚上十一点还要。')).toEqual(['一模一样的表，晚上十一点还要'])
  })
  test('two places are two findings', () => {
    expect(quoted('每个月要填十七张一模一样的表；有人说晚上十一点还要在群里接龙。')).toHaveLength(2)
  })
  test('the name of a unit is nobody’s words, what stands around it is', () => {
    const unit = '望川县青石镇上溪村村民委员会'
    const words = reporterWords([`${unit}要求我们每天晚上九点以后还要上报数据`])
    expect(findingsIn(`经查，${unit}确有此事。`, words, [unit])).toEqual([])
    expect(findingsIn(`${unit}要求我们每天晚上九点以后还要上报数据`, words, [unit])).toHaveLength(1)
  })
  test('any twelve signs of any report are found in any text', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑，。 '), minLength: 30, maxLength: 80 })
    fc.assert(
      fc.property(signs, fc.nat(20), signs, (report, from, around) => {
        const stretch = report
          .slice(from)
          .replace(/[，。 ]/g, '')
          .slice(0, 12)
        fc.pre(stretch.length === 12)
        const text = `${around}戌${stretch}戌${around}`
        const found = findingsIn(text, reporterWords([report]))
        expect(found.some(({ text: words }) => words.replace(/[，。 ]/g, '').includes(stretch))).toBe(true)
      }),
    )
  })
})

describe('doubling the text doubles the time', () => {
  test.each<[string, (size: number) => string]>([
    ['signs', (size) => 'a@'.repeat(size / 2)],
    ['letters', (size) => 'a'.repeat(size)],
    ['dots and letters', (size) => 'a.'.repeat(size / 2)],
    ['digits', (size) => '1380013800'.repeat(size / 10)],
    ['numerals', (size) => '一'.repeat(size)],
    ['groups', (size) => '13 '.repeat(size / 3)],
    ['labels', (size) => '微信号'.repeat(size / 3)],
    ['roads', (size) => '路一'.repeat(size / 2)],
    ['provinces', (size) => '云A'.repeat(size / 2)],
    ['masks', (size) => MASK.repeat(size / MASK.length)],
    ['the reporter’s words', (size) => '村里就我一个会计每个月要填十七张表'.repeat(size / 17)],
  ])('%s', (_, text) => {
    const words = reporterWords(['村里就我一个会计每个月要填十七张表'.repeat(2)])
    const time = (size: number) => {
      const said = text(size)
      let best = Number.POSITIVE_INFINITY
      for (let turn = 0; turn < 4; turn++) {
        const before = process.cpuUsage()
        findingsIn(said, words, UNIT_NAMES)
        const { user, system } = process.cpuUsage(before)
        best = Math.min(best, user + system)
      }
      return best
    }
    const [once, four] = [time(10_000), time(40_000)]
    expect(four).toBeLessThan(Math.max(60_000, once * 2.6 ** 2))
  })
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
