import { listWordsOf } from '#db/read/hotline.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { cellsOf } from '#workflows/reading/cells.ts'
import type { WrittenCall } from './hotline/call.ts'

/** What a call says: not how it is set, nor what the sender filed it under, which is changed over there afterwards. */
type Said = Pick<WrittenCall, 'text' | 'place' | 'unit' | 'happened'>
export const saidIn = ({ text, place, unit, happened }: Said): string =>
  [text.replace(/^事项类别：.*$/m, ''), place, unit, happened].map((part) => (part ?? '').replace(/\s/g, '')).join('\n')

/**
 * What was said in these reports, by their ids, to be held against a call that comes under the number of one of them: a
 * number alone does not say that the words are here. Of an erased report nothing can be said, and nothing is the same.
 */
export async function saidBefore({ db, keys }: House, ids: readonly string[]): Promise<Map<string, string>> {
  const reports = ids.length > 0 ? await listWordsOf(db, ids) : []
  const cells = await cellsOf(db, keys, [...new Set(reports.map(({ case_id }) => case_id))])
  return new Map(
    reports.map((report) => {
      const { open } = cells(report.case_id)
      const part = (column: 'body' | 'place' | 'unit' | 'happened') => {
        const sealed = report[column]
        return sealed ? open('report', column, report.id, sealed) : ''
      }
      const [text, place, unit, happened] = [part('body'), part('place'), part('unit'), part('happened')]
      return [report.id, saidIn({ text, place, unit, happened })] as const
    }),
  )
}

/** A call's words as a report keeps them; receipt codes were taken out of it before. */
export const saidNow = (call: Said): string => saidIn({ ...call, text: normalText(call.text).trim() })
