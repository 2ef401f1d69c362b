import { setTimeout } from 'node:timers/promises'
import { csvOf, EXPORT, exported } from '#tests/channels/hotline/files.ts'
import { planCalls, startImport } from '#workflows/channels/call-import.ts'
import type { House } from '#workflows/house.ts'
import { readImport, readRefusedCalls } from '#workflows/reading/call-import.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { REPORT_LIMITS } from '#workflows/channels/report.ts'

/** One row in so many says nothing, or too much; one repeats the order number of the row before it. */
const BAD = 125
const REPEATED = 500
/** An operator whose page failed tries again after so long, in milliseconds. */
const RETRY = 300

/** A file of calls as an operator imports it, and what has to become of it. */
export type CallsComing = {
  /** words that have to be there once: of the rows that are good */
  words: string[]
  /** resolves when the import is over */
  over: Promise<void>
  /** rows that still wait, as long as there is an import */
  waiting(): Promise<number>
  /** what differs from what has to be, in words; nothing where all is well */
  faults(): Promise<string[]>
}

/** Looks at a file of so many rows and imports it, as often as the database says nothing, until every row has its outcome. */
export function bringCalls(house: House, by: Staff, rows: number): CallsComing {
  const at = Array.from({ length: rows }, (_, place) => place + 1)
  const isBad = (row: number) => row % BAD === 0
  const isRepeated = (row: number) => row % REPEATED === 1 && row > 1
  const lines = at.map((row) => {
    const text = !isBad(row)
      ? `${wordsOf(row)}：每周三张一样的表。`
      : row % 2
        ? ''
        : '表'.repeat(REPORT_LIMITS.text + 1)
    return exported(row, { ...(isBad(row) && { title: '' }), text, order: orderOf(isRepeated(row) ? row - 1 : row) })
  })
  const bytes = csvOf([EXPORT, ...lines])
  const good = at.filter((row) => !isBad(row) && !(isRepeated(row) && !isBad(row - 1)))
  let id: string | null = null

  const page = (wanted: string) => insist(() => readImport(house, by, wanted, { after: 0 }))
  const plan = () =>
    insist(async () => {
      const planned = await planCalls(house, by, { name: 'export.csv', bytes })
      if (planned.kind !== 'planned') throw new Error(planned.kind)
      return planned.id
    })
  const over = (async () => {
    const planned = await plan()
    // told nothing, the operator looks whether it began
    await insist(async () => (await startImport(house, by, planned)) || (await page(planned))?.state !== 'previewed')
    id = planned
    while ((await page(planned))?.state !== 'done') await setTimeout(RETRY)
  })()
  return {
    words: good.map(wordsOf),
    over,
    waiting: async () => (id && (await page(id))?.counts.waiting) || 0,
    faults: async () => {
      const counts = id && (await page(id))?.counts
      const refused = id === null ? null : await readRefusedCalls(house, by, id)
      const bad = at.filter(isBad)
      const again = await page(await plan())
      return [
        ...differs('outcomes', counts, outcomes(good.length, bad.length)),
        ...differs(
          'refused rows',
          refused?.map(({ row, reason, call }) => [row, reason, call.order]),
          // the first line holds the headings
          bad.map((row) => [row + 1, row % 2 ? 'empty' : 'tooLong', orderOf(row)]),
        ),
        ...differs('the same file again', again?.counts, { ...outcomes(0, bad.length), duplicate: rows - bad.length }),
      ]
    },
  }

  function outcomes(report: number, refused: number) {
    return { waiting: 0, report, duplicate: rows - report - refused, refused }
  }
}

const wordsOf = (row: number) => `第${row}通`
const orderOf = (row: number) => `DH20261012${String(row).padStart(6, '0')}`

const differs = (what: string, is: unknown, wanted: unknown): string[] =>
  JSON.stringify(is) === JSON.stringify(wanted) ? [] : [`${what}: ${JSON.stringify(is)?.slice(0, 500)}`]

/** Does it again as long as the database is away, for whoever works would. */
async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === 200) throw error
      await setTimeout(RETRY)
    }
  }
}
