import { describe, expect, it } from 'vitest'
import { COMPLEXITIES, FINDINGS, NO_REPLY_GROUNDS, REFUSAL_REASONS, TRACKS } from '#workflows/case/names.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { bestFirst } from '#workflows/templates/best-first.ts'
import { hasGap } from '#workflows/templates/blanks.ts'
import { faultsIn } from '#workflows/templates/faults.ts'
import { FIRST_TEMPLATES } from '#workflows/templates/first/first-templates.ts'
import { letterOutcome, OUTCOMES, type Purpose } from '#workflows/templates/purposes.ts'

const of = (purpose: Purpose) => FIRST_TEMPLATES.filter((template) => template.purpose === purpose)
const wordsOf = ({ parts }: (typeof FIRST_TEMPLATES)[number]) => Object.values(parts).join('\n')

describe('the texts that come with the software', () => {
  it.each(FIRST_TEMPLATES)('$key can be kept as it is', ({ purpose, outcome, kind, parts }) => {
    expect(faultsIn(purpose, parts)).toEqual([])
    if (outcome !== null) expect(OUTCOMES[purpose]).toContain(outcome)
    if (kind !== null) expect(KINDS.map(({ code }) => code)).toContain(kind)
  })

  it('have a key and, for their purpose and kind, a title of their own', () => {
    const keys = FIRST_TEMPLATES.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const titles = FIRST_TEMPLATES.map(({ purpose, kind, title }) => [purpose, kind, title].join(' '))
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('refuse for every reason with the way that is open, and no report without the right to appeal or to say more', () => {
    expect(
      of('refusal')
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual([...REFUSAL_REASONS].sort())
    for (const refusal of of('refusal')) {
      expect(wordsOf(refusal)).toContain('{合法去处}')
      expect(wordsOf(refusal)).toMatch(/申诉一次|补充/)
    }
  })

  it('have a letter for each side of every kind of burden, and of whatever is none of them', () => {
    for (const { code } of KINDS.filter(({ code }) => code !== 'OUT'))
      for (const track of TRACKS)
        for (const complexity of COMPLEXITIES) {
          const outcomes = [letterOutcome(track, complexity), letterOutcome(track)]
          const [best] = bestFirst(of('letter'), { kind: code, outcomes })
          expect(best, `${code} ${track} ${complexity}`).toBeDefined()
          expect(hasGap(wordsOf(best!))).toBe(false)
        }
  })

  it('answer every finding and state every ground', () => {
    expect(
      of('reply')
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual([...FINDINGS].sort())
    expect(
      of('noReply')
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual([...NO_REPLY_GROUNDS].sort())
  })

  it('never ask for screenshots, rank anybody, or label whoever reported', () => {
    for (const template of FIRST_TEMPLATES) {
      const words = wordsOf(template)
      expect(words, template.key).not.toMatch(/诬告|恶意|造谣|别有用心|无理|滥用|追究反映/)
      expect(words, template.key).not.toMatch(/(请|须|应|需要?)(提供|附上?|上传|报送)[^。；]{0,8}(截图|照片|佐证)/)
      expect(words, template.key).not.toMatch(/(全市|各单位)[^。；]{0,6}(排名|排序|通报)/)
      expect(words, template.key).not.toMatch(/[A-Za-z]{4,}/)
    }
  })

  it('ask the reporter for nothing that says who they are', () => {
    for (const question of of('question')) {
      expect(wordsOf(question)).toMatch(/不需要写姓名、岗位/)
      expect(wordsOf(question)).not.toMatch(/您(是|在)(谁|哪)|您的(姓名|单位|电话|手机|岗位|联系)/)
    }
  })

  it('tell every unit not to look for whoever reported, and to make no new burden of it', () => {
    for (const letter of of('letter')) {
      expect(letter.parts.quality).toMatch(/不得查问、猜测是谁反映的/)
      expect(letter.parts.feedbackStandard).toMatch(/一页纸.*不要求截图和留痕/)
    }
  })
})
