import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import type { Folded } from '#workflows/folded.ts'
import { readAttention } from '#workflows/reading/attention.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'

const MARKS = { quoted: '标记甲引文六一四', signature: '标记乙名片二七五', left: '标记丙附件九三八' }
const FOLDED: Folded = [
  { is: 'quote', text: `> ${MARKS.quoted} 请各单位周五前上报` },
  { is: 'signature', text: `${MARKS.signature} 石埠乡政府` },
  { is: 'leftOut', name: `${MARKS.left}.exe`, type: 'application/x-msdownload', bytes: 40, why: 'wrongType' },
]
let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
  caseId = (await town.report({ channel: 'mailbox', folded: JSON.stringify(FOLDED), unanswered: 'unitDomain' })).caseId
})
afterAll(() => town.close())

const marksIn = (shown: unknown) => {
  const text = JSON.stringify(shown)
  return Object.values(MARKS).filter((mark) => text.includes(mark))
}

test('quoted threads, signatures and files that were not taken are for the office alone: no page of a unit has a word of them', async () => {
  for (const phase of ['rectifying', 'reviewing', 'closed'] as const) {
    await town.drive(caseId, phase)
    for (const track of ['territory', 'department'] as const) {
      const by = town.officer(town.handlers(caseId)[track])
      const pages: unknown[] = [await readAttention(town.house, by)]
      const letters = []
      for (const open of [true, false]) letters.push(...(await readInbox(town.house, by, { open, after: null })).rows)
      for (const { id } of letters) pages.push(await readLetterPage(town.house, by, id))
      expect(letters).toHaveLength(1)
      expect(marksIn([pages, letters])).toEqual([])
      expect(JSON.stringify(pages)).not.toContain('unitDomain')
    }
  }
  // or there was nothing to be kept from anybody
  const desk = await readCasePage(town.house, town.officer('hewen'), caseId)
  expect(marksIn(desk)).toEqual(Object.values(MARKS))
})
