import { describe, expect, test } from 'vitest'
import { CHANNELS, goesBySms, isToldInQuiet } from '#workflows/notices/by-channel.ts'
import {
  ACCOUNT_NOTICE_NAMES,
  EMERGENCIES,
  NOTICES,
  RUNG_NOTICES,
  TYPICAL_CASE_NOTICES,
} from '#workflows/notices/catalogue.ts'
import { letterOfNotice, textOfNotice } from '#workflows/notices/letter-of-notice.ts'
import { LANGUAGES, WORDING } from '#workflows/notices/wording/wording.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'

const NAMES = [...Object.keys({ ...NOTICES, ...RUNG_NOTICES, ...TYPICAL_CASE_NOTICES }), ...ACCOUNT_NOTICE_NAMES]
const LINK = 'https://huiyin.example.test'
const written = (language: (typeof LANGUAGES)[number], names: string[]) => {
  const { subject, text } = letterOfNotice(LINK, { to: 'a@b.test', messageId: '<a@b>', language, names })
  return { subject, text, sms: textOfNotice({ language, names }) }
}

/** What would say what it is about, whose it is, or that somebody reported. */
const FORBIDDEN = [
  /\d|[一二三四五六七八九十百]{2,}/,
  /反映|举报|投诉|实名|匿名|报复|追查|打击|澄清|回避|移送|上交|撤回|补充|不满|重办/,
  /线索|案|交办|督办|整改|核实|红牌|黄牌|属地|主管|查询码|编号|类别|渠道|信箱|热线|网络平台/,
  /县|镇|乡|村|局|委|政府|单位|部门|督查|纪检/,
  /report|complain|whistle|anonym|repris|retaliat|case|assign|rectif|verif|receipt|county|bureau|unit|mailbox|hotline/i,
  /\{|\}|%s|\$|undefined/,
]

describe.each(LANGUAGES)('in %s', (language) => {
  const entries = Object.entries(WORDING[language].lines)

  test('every notice has a line of its own language', () => {
    expect(entries.map(([name]) => name).sort()).toEqual(NAMES.toSorted())
    for (const [name, line] of entries) {
      expect(line.trim(), name).not.toBe('')
      expect(/\p{Script=Han}/u.test(line), name).toBe(language === 'zh-CN')
    }
  })

  test.each(NAMES)('%s says nothing of what it is about, by mail or by SMS, and bears one link', (name) => {
    const { subject, text, sms } = written(language, [name])
    for (const words of [subject, text.replace(`${LINK}/sign-in`, ''), sms]) {
      for (const forbidden of FORBIDDEN) expect(words).not.toMatch(forbidden)
      expect(words).not.toMatch(/https?:/)
    }
    expect(text.split(LINK)).toHaveLength(2)
  })

  test('the words for several, and those of the calendar, say nothing either', () => {
    const { subject, text, sms } = written(language, NAMES)
    const { entry, calendar } = WORDING[language]
    for (const words of [subject, text.replace(`${LINK}/sign-in`, ''), sms, entry, calendar])
      for (const forbidden of FORBIDDEN) expect(words).not.toMatch(forbidden)
    for (const { name, aliases } of UNITS)
      for (const said of [name, ...aliases]) expect(text + sms + subject).not.toContain(said)
    for (const kind of KINDS) expect(text + sms + subject).not.toContain(kind.name_zh)
  })

  test('an SMS fits into one', () => {
    const longest = language === 'zh-CN' ? 70 : 160
    for (const name of NAMES) expect(written(language, [name]).sms.length).toBeLessThanOrEqual(longest)
  })
})

test('a mail of several names what sorts of thing there are, the pressing first, each once', () => {
  expect(written('zh-CN', ['caseArrived', 'toSign', 'dateNear', 'yellowCard', 'caseArrived'])).toEqual({
    subject: '回音：您有几项新的待办',
    text: `有一项时限马上到期\n有一项待您签\n有新的事项待办\n\n请登录回音查看：\n${LINK}/sign-in\n`,
    sms: '有几项时限要您留意。请登录回音查看。',
  })
})

test('every emergency goes by every channel, and past every wish for quiet; red cards do too', () => {
  expect(CHANNELS).toEqual(['mail', 'sms'])
  for (const name of [...EMERGENCIES, 'redCard', 'deadlineLapsed']) {
    expect(goesBySms(name)).toBe(true)
    expect(isToldInQuiet(name)).toBe(true)
  }
  expect(NAMES.filter(isToldInQuiet).sort()).toEqual(['deadlineLapsed', 'redCard', 'reprisalReported'])
})
