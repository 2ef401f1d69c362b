import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { READY } from '#tests/machine/play.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import { judged } from '#workflows/case/judged.ts'
import { NEW_CASE } from '#workflows/case/context.ts'
import { CASE_VERSION, caseLife, type CaseSnapshot, restoreCase } from '#workflows/case/versions.ts'
import { listJournal } from '#db/read/journal.ts'
import { step } from '#workflows/engine/step.ts'
import { SECOND_PERSON } from '#workflows/roles/permissions.ts'
import type { Actor, Role } from '#workflows/roles/roles.ts'
import { arrive } from '#workflows/sample-town/play.ts'
import { OFFICE } from './people.ts'
import { after, moveOf, routesOverEveryMove } from './routes.ts'
import { type Players, players } from './players.ts'

const { routes, moves, places } = routesOverEveryMove()
const NAMES_NOBODY = '每天报送三张重复的表格'
const ANY_OFFICE_ROLE: Role[] = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor']

describe('every move of the machine, made by people on the database', () => {
  let town: Town
  let play: Players
  const taken = new Set<string>()
  const alone = new Set<string>()
  let steps = 0
  beforeAll(async () => {
    town = await aTown({ on: '2026-03-02' })
    const main = await arrive(town.house, { text: NAMES_NOBODY })
    play = await players(town, main.caseId)
  })
  afterAll(() => town.close())

  test(`leads where the bare machine says, along ${routes.length} routes`, { timeout: 300_000 }, async () => {
    const begun = performance.now()
    for (const route of routes) {
      town.clock.set('2026-03-02')
      const { caseId, report } = await arrive(town.house, { text: NAMES_NOBODY })
      let bare = restoreCase(CASE_VERSION, (await town.row(caseId)).value, NEW_CASE)
      for (const event of route) {
        const from = bare
        await play(caseId, report, event, async (said, by) => {
          await refusedAlone(caseId, said)
          const assignsToVerify = event.type === 'accept' && event.facts.assignsToVerify
          bare = after(bare, judged(said, { ...READY, assignsToVerify, isHead: said.type === 'ruleObjection' }))
          await moved(caseId, said, by, bare)
        })
        taken.add(moveOf(from, event, bare))
      }
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    console.log(
      `${taken.size} of ${moves.size} moves from ${places} places, by ${routes.length} cases in ${steps} steps, ${seconds} s; ` +
        `both sides of ${alone.size} two-person acts by one person refused`,
    )
    expect([...moves].filter((move) => !taken.has(move))).toEqual([])
  })

  async function moved(caseId: string, event: CaseEvent, by: Actor, bare: CaseSnapshot) {
    const before = await town.row(caseId)
    const outcome = await step(town.house, 'case', caseId, event, by)
    expect(outcome, `${event.type} in ${before.life}: ${JSON.stringify(outcome)}`).toMatchObject({
      kind: 'moved',
      life: caseLife(bare.value),
    })
    const row = await town.row(caseId)
    expect([row.value, row.context, row.life], event.type).toEqual([bare.value, bare.context, caseLife(bare.value)])
    expect(row.revision).toBe(before.revision + 1)
    const last = (await listJournal(town.db, caseId)).at(-1)
    expect([last?.seq, last?.type, last?.from_value, last?.to_value]).toEqual([
      row.revision,
      event.type,
      before.value,
      bare.value,
    ])
    steps += 1
  }

  /** Whoever did the first half may not do the second, whatever roles they hold. */
  async function refusedAlone(caseId: string, event: CaseEvent) {
    const firsts = SECOND_PERSON[event.type]
    if (!firsts || alone.has(event.type)) return
    const acts = await town.db
      .selectFrom('journal')
      .select(['type', 'actor_id', 'actor_role'])
      .where('subject_id', '=', caseId)
      .orderBy('seq')
      .execute()
    // of a letter, the last word of the same side: its handlers hold the same two roles, so the unit tells them apart
    const letter = 'track' in event && (await town.letters(caseId)).find(({ track }) => track === event.track)
    const ofUnit = letter
      ? await town.db.selectFrom('staff').select('id').where('unit_id', '=', letter.unit_id).execute()
      : null
    const first = acts.findLast(
      ({ type, actor_id }) =>
        firsts.some((each) => each === type) && (!ofUnit || ofUnit.some(({ id }) => id === actor_id)),
    )
    if (!first?.actor_id) return
    const by: Actor = { kind: 'staff', id: first.actor_id, roles: ANY_OFFICE_ROLE, unit: OFFICE }
    const outcome = await step(town.house, 'case', caseId, event, by)
    expect(outcome, event.type).toMatchObject({ kind: 'refused', code: 'second-person' })
    alone.add(event.type)
  }
})
