import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { inOneTransaction } from '#db/one-transaction.ts'
import { inTransaction } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import { step } from '#workflows/engine/step.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { COUNTIES, DEPARTMENTS } from './people.ts'

const PHASES = ['verifying', 'assigning', 'rectifying', 'reviewing', 'replying', 'rating', 'closed'] as const
const LOGINS = ['hewen', 'songjie', 'tanyi', 'liangbo', 'fangmin', 'yuanye', 'qinyue', 'xielan', 'jiangtao', 'mazhen']
const OTHERS = ['baiyu', 'kexin', 'luming', 'wulei', 'shaoyuan', 'tongyue', 'aixia', 'dengke']
const undone = new Error('undone')

describe('what a page offers and what is then done are the same', () => {
  let town: Town
  let main: string
  const cases: { name: string; id: string }[] = []
  beforeAll(async () => {
    town = await aTown()
    main = (await town.report()).caseId
    cases.push({ name: 'triage', id: (await town.report()).caseId })
    for (const phase of PHASES) {
      const { caseId } = await town.report()
      await town.drive(caseId, phase)
      cases.push({ name: phase, id: caseId })
    }
  })
  afterAll(() => town.close())

  /** Placeholders become units, people and cases there are. */
  const real = (event: CaseEvent): CaseEvent => {
    const [territory = '', another = ''] = COUNTIES
    const sides = { territory, department: DEPARTMENTS[0] ?? '' }
    if (event.type === 'note' && event.mentions)
      return { ...event, mentions: [(town.as('luoping').by as { id: string }).id] }
    if (event.type === 'handOver') return { ...event, to: (town.as('luoping').by as { id: string }).id }
    if (event.type === 'merge') return { ...event, into: main }
    if (event.type === 'classify') return { ...event, place: event.place && territory }
    if (event.type === 'nameAccused') return { ...event, units: [another] }
    if (event.type === 'writeBrief' || event.type === 'proposeOverride') return { ...event, ...sides }
    if (event.type === 'ruleObjection') return event.to ? { ...event, to: another } : event
    return event
  }

  test('for every officer, handler and reporter, on a case in every phase', { timeout: 300_000 }, async () => {
    const one = connect(town.database.appUrl, { max: 1 })
    let offered = 0
    let withheld = 0
    let others = 0
    const wrong: string[] = []
    for (const { name, id } of cases) {
      const { territory, department } = town.handlers(id)
      const actors: [string, Actor][] = [...LOGINS, ...OTHERS, territory, department].map((who) => [
        who,
        town.as(who).by,
      ])
      actors.push(['reporter', town.asReporter(id).by])
      for (const [who, by] of actors) {
        const acts = await inTransaction(town.db, async (tx) => possibleActs(town.house, tx, await town.row(id), by))
        const open = new Set(acts.flatMap(({ variants }) => variants.map((event) => JSON.stringify(event))))
        for (const event of Object.values(CASE_VARIANTS).flat()) {
          if (['deadline.lapsed', 'calendar.published', 'town.closed'].includes(event.type)) continue
          const isOffered = open.has(JSON.stringify(event))
          // of the many acts that are not of this role at all, every thirtieth is tried
          const isTheirs = PERMISSIONS[event.type].some((sender) => rolesOf(by).includes(sender))
          if (!isTheirs && !isOffered && (others += 1) % 30 !== 0) continue
          const kind = await tried(one, id, real(event), by)
          if (isOffered) offered += 1
          else withheld += 1
          if ((kind === 'moved') !== isOffered)
            wrong.push(`${name}: ${who} ${JSON.stringify(event)} is ${isOffered ? 'offered' : 'withheld'}, and ${kind}`)
        }
      }
    }
    await disconnect(one)
    console.log(`${offered} acts offered and moved, ${withheld} withheld and refused, on ${cases.length} cases`)
    expect(wrong).toEqual([])
    expect(offered).toBeGreaterThan(200)
  })

  const rolesOf = (by: Actor): readonly string[] => (by.kind === 'staff' ? by.roles : [by.kind])

  /** What the act comes to, in a transaction that is then undone. */
  async function tried(db: Town['db'], id: string, event: CaseEvent, by: Actor): Promise<string> {
    let kind = ''
    await inOneTransaction(db, async (inside) => {
      const outcome = await step({ ...town.house, db: inside }, 'case', id, event, by)
      kind = outcome.kind === 'moved' ? 'moved' : `${outcome.code} ${JSON.stringify(outcome.issues ?? '')}`
      throw undone
    }).catch((error: unknown) => {
      if (error !== undone) throw error
    })
    return kind
  }
})
