import { listBriefs, listReplies, listResults } from '#db/read/case-work.ts'
import type { Database } from '#db/transaction.ts'
import type { Cells } from './cells.ts'

const PARTS = ['facts', 'measures', 'effect', 'prevention', 'upkeep'] as const

/** What an editor may draw on: the newest brief, the results that stood, the reply that went out. */
export async function readSources(db: Database, cells: Cells, caseId: string) {
  const [brief] = await listBriefs(db, caseId)
  const results = (await listResults(db, caseId)).filter(({ returned }) => returned === null)
  const replies = (await listReplies(db, caseId)).filter(({ state, ground }) => state === 'approved' && ground === null)
  const reply = replies.at(-1)
  return {
    brief: brief ? cells.open('brief', 'body', brief.id, brief.body) : '',
    results: results.map((result) => ({
      id: result.id,
      parts: PARTS.flatMap((part) => {
        const sealed = result[part]
        return sealed ? [{ part, text: cells.open('result', part, result.id, sealed) }] : []
      }),
    })),
    reply: reply ? cells.open('reply', 'body', reply.id, reply.body) : null,
  }
}
