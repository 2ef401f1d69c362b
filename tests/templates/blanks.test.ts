import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseWords as en } from '#app/words/en/case.ts'
import { caseWords as zh } from '#app/words/zh-CN/case.ts'
import { FINDINGS, REFUSAL_REASONS } from '#workflows/case/names.ts'
import { BLANKS, blankNamed, blanksFor, fill, hasGap, namesIn, nearestBlank } from '#workflows/templates/blanks.ts'
import { faultsIn } from '#workflows/templates/faults.ts'
import { PURPOSES } from '#workflows/templates/purposes.ts'
import { CHANNEL_WORDS, daySpoken, FINDING_WORDS, workingDaysSpoken } from '#workflows/templates/spoken.ts'

const values = { kind: { zh: '会议过多过长', en: 'Too many meetings' }, days: workingDaysSpoken(15) }

describe('a blank', () => {
  it('is filled in the language in which it is named', () => {
    expect(fill('关于“{类别}”，{期限}内', values)).toBe('关于“会议过多过长”，15个工作日内')
    expect(fill('About {kind}, within { time limit }', values)).toBe('About Too many meetings, within 15 working days')
  })

  it('that has nothing to fill it stays as a gap that nobody can overlook', () => {
    const filled = fill('请在{到期日}前', values)
    expect(filled).toBe('请在【……到期日】前')
    expect(hasGap(filled)).toBe(true)
  })

  it('never takes a value that says nothing', () => {
    expect(hasGap(fill('{类别}', { kind: { zh: '  ', en: '' } }))).toBe(true)
  })

  it('is not filled twice: what a value says is left as it is', () => {
    expect(fill('{类别}', { kind: { zh: '{期限}', en: '' }, days: workingDaysSpoken(3) })).toBe('{期限}')
  })

  it('has a name of its own in each language, and nothing of a report, a channel or an hour', () => {
    const names = Object.values(BLANKS).flatMap(({ zh: chinese, en: english }) => [chinese, english])
    expect(new Set(names).size).toBe(names.length)
    expect(names.join()).not.toMatch(/反映|原文|渠道|时刻|编号|report|hour|number|receipt|contact/)
  })
})

describe('a gap', () => {
  it.each(['【……】', '【……写明要补的】', '【…】', '【...】', '【 ……到期日】', '{类别}', '｛类别｝'])(
    '%s is seen',
    (gap) => {
      expect(hasGap(`情况如下：${gap}。`)).toBe(true)
    },
  )
  it.each(['【问题】同一份底数要三遍。', '……', '按【2026】17号办理', '{“表”: 3}'])('%s is none', (text) => {
    expect(hasGap(text)).toBe(false)
  })
})

describe('writing a template', () => {
  it('refuses a blank that does not exist, says which, and offers the nearest', () => {
    expect(faultsIn('letter', { task: '请{承办单元}办理', quality: '好', feedbackStandard: '{due dya}' })).toEqual([
      { part: 'task', problem: 'unknownBlank', name: '承办单元', nearest: '承办单位' },
      { part: 'feedbackStandard', problem: 'unknownBlank', name: 'due dya', nearest: 'due day' },
    ])
  })

  it('reads braces as a Chinese keyboard types them, and refuses one that stands alone', () => {
    expect(faultsIn('refusal', { text: '关于｛类别｝，另见｛类型｝' })).toMatchObject([
      { problem: 'unknownBlank', name: '类型' },
    ])
    expect(fill('关于｛类别｝', values)).toBe('关于会议过多过长')
    for (const text of ['您好 {类别', '您好 类别｝', '{\n类别}', '{}'])
      expect(faultsIn('refusal', { text }), text).toEqual([{ part: 'text', problem: 'looseBrace' }])
  })

  it('refuses a blank that could never be filled in such a text', () => {
    expect(faultsIn('refusal', { text: '{属地措施}' })).toMatchObject([{ problem: 'blankNotHere', name: '属地措施' }])
  })

  it('asks for every part, and for no more than the act takes', () => {
    expect(faultsIn('letter', { task: ' ', quality: '好', feedbackStandard: '长'.repeat(801) })).toEqual([
      { part: 'task', problem: 'missing' },
      { part: 'feedbackStandard', problem: 'tooLong' },
    ])
  })

  it('takes exactly the blanks it lists, whatever else somebody writes between braces', () => {
    const purposes = fc.constantFrom(...PURPOSES)
    const name = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((text) => /^[^{}\n]+$/.test(text) && text.trim() !== '')
    fc.assert(
      fc.property(purposes, name, (purpose, written) => {
        const known = blankNamed(written)
        const isHere = known !== null && blanksFor(purpose).includes(known.blank)
        const parts = {
          text: `{${written}}`,
          question: `{${written}}`,
          task: '一',
          quality: '二',
          feedbackStandard: `{${written}}`,
        }
        const faults = faultsIn(purpose, parts)
        expect(faults.length).toBe(isHere ? 0 : 1)
        if (!isHere) expect(blankNamed(nearestBlank(written, purpose))).not.toBeNull()
        // what was refused at writing would have been a gap at sending
        if (!known) expect(hasGap(fill(`{${written}}`, values))).toBe(true)
      }),
    )
    expect(namesIn('{一} {二\n三}')).toEqual(['一'])
  })
})

describe('what the blanks say', () => {
  it('is what the screen says', () => {
    for (const finding of FINDINGS)
      expect(FINDING_WORDS[finding]).toEqual({ zh: zh.findings[finding], en: en.findings[finding] })
    for (const reason of REFUSAL_REASONS)
      expect(CHANNEL_WORDS[reason]).toEqual({ zh: zh.otherChannels[reason], en: en.otherChannels[reason] })
  })
  it('writes a day out, wherever the server stands', () => {
    expect(daySpoken('2026-10-26')).toEqual({ zh: '2026年10月26日', en: '26 October 2026' })
  })
})
