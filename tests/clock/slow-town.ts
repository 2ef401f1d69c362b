import { inTransaction } from '#db/transaction.ts'
import { insertCalendar } from '#db/write/town.ts'
import { COUNTY, DEPARTMENT, OFFICE, type SmallTown, smallTown, unitNamed } from '#tests/worker/small-town.ts'
import { type Day, startOf } from '#workflows/clock.ts'
import { calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { drain } from '#workflows/worker/drain.ts'

/** A Monday. Qingming, May Day and a worked Saturday lie in the three months after it. */
export const FIRST_DAY = '2026-03-02'
/** So long before the letters leave that the reporters' days to object are over. */
const REPORTED_ON = '2026-02-24'
/** On which the letters leave. */
export const ISSUED_ON = '2026-03-05'
export const LAST_DAY = '2026-05-31'
/** Words that belong to cases: none of them may leave the house. */
export const MARKS = ['标记原文七三九', '标记摘要四四一', '标记任务八二二', '标记理由五零六', '望川', '民政', '云减负']

/** The people of the town, each with a number of their own; those of the department work from ten to four. */
const PEOPLE: readonly [login: string, roles: Role[], unit: string][] = [
  ['clerk', ['clerk'], OFFICE],
  ['verifier', ['verifier'], OFFICE],
  ['reviewer', ['reviewer'], OFFICE],
  ['head', ['head'], OFFICE],
  ['supervisor', ['supervisor'], OFFICE],
  ['leader', ['leader'], OFFICE],
  ['territory', ['territoryHandler'], COUNTY],
  ['deputy', ['territoryHandler'], COUNTY],
  ['quiet', ['departmentHandler'], DEPARTMENT],
  ['department', ['departmentHandler'], DEPARTMENT],
  ['bystander', ['territoryHandler', 'departmentHandler'], unitNamed('石埠县人民政府')],
]
export const DEPARTMENT_HOURS = [{ opens: '10:00', closes: '16:00' }]

const letter = { task: `停报，${MARKS[2]}`, quality: '全部停报', feedbackStandard: '一页纸' }
const result = { facts: '重复', measures: '停报', effect: '少报', prevention: '准入', upkeep: '不再新增' }
const grounds = `职责清单第3项，${MARKS[3]}`
type Side = 'territory' | 'department'
type Does = (who: string, of: string, type: string, said?: object) => Promise<void>

/** What the units and the office do meanwhile, and when; everything else they let lie. */
const STORY: readonly [at: string, (does: Does) => Promise<void>][] = [
  // raised on the fourth working day and ruled on late: the letter's clock stands meanwhile
  ['2026-03-11T14:10', (does) => does('deputy', 'disputed', 'object', { track: 'territory', grounds })],
  [
    '2026-03-18T11:10',
    (does) => does('head', 'disputed', 'ruleObjection', { track: 'territory', ruling: 'confirmed', grounds }),
  ],
  // the department answers before its yellow card, the territory after its red one
  ['2026-03-23T15:10', (does) => does('department', 'late', 'submitResult', { track: 'department', ...result })],
  [
    '2026-03-24T09:10',
    (does) => does('territory', 'extended', 'askExtension', { track: 'territory', days: 7, grounds }),
  ],
  ['2026-03-24T15:40', (does) => does('reviewer', 'extended', 'grantExtension', { track: 'territory' })],
  ['2026-03-30T10:10', (does) => does('territory', 'late', 'submitResult', { track: 'territory', ...result })],
]

export type SlowTown = SmallTown & { act(from: Date, to: Date): Promise<void>; cases: Map<string, string> }

/** Four cases whose letters left on one day, and of which units make what they make. */
export async function slowTown(keys?: Keys): Promise<SlowTown> {
  const town = await smallTown({ on: REPORTED_ON, keys })
  const { years, days } = calendarSeed()
  await inTransaction(town.house.db, (tx) => insertCalendar(tx, years, days))
  const people = new Map<string, Staff>()
  for (const [at, [login, roles, unit]] of PEOPLE.entries()) {
    const by = await town.officer(login, roles, unit)
    people.set(login, by)
    const told = { mobile: `+86138001380${String(at).padStart(2, '0')}`, quiet_mail: login === 'quiet' }
    await town.owner.updateTable('staff').set(told).where('id', '=', by.id).execute()
  }
  const hours = JSON.stringify(DEPARTMENT_HOURS)
  await town.owner.updateTable('unit').set({ office_hours: hours }).where('id', '=', DEPARTMENT).execute()
  const by = (login: string) => {
    const staff = people.get(login)
    if (!staff) throw new Error(`nobody is called ${login}`)
    return staff
  }
  const cases = new Map<string, string>()
  for (const name of ['silent', 'late', 'extended', 'disputed']) {
    const { case: id } = await town.report(`每天报送三张重复的表格，${MARKS[0]}`)
    cases.set(name, id)
    await town.does(by('clerk'), id, { type: 'nameAccused', units: [] })
    await town.does(by('clerk'), id, { type: 'classify', kind: 'B11', complexity: 'standard', place: COUNTY })
    await town.does(by('clerk'), id, { type: 'accept' })
    await town.does(by('verifier'), id, { type: 'recordFinding', finding: 'substantiated', grounds: '属实' })
    const to = { territory: COUNTY, department: DEPARTMENT, lead: 'territory' }
    await town.does(by('reviewer'), id, { type: 'writeBrief', brief: `重复报表，${MARKS[1]}`, ...to })
  }
  town.house.clock.set(ISSUED_ON)
  await drain(town.house)
  for (const id of cases.values()) {
    await town.does(by('reviewer'), id, { type: 'issueLetters', letters: { territory: letter, department: letter } })
    for (const side of ['territory', 'department'] satisfies Side[])
      await town.does(by(side), id, { type: 'acknowledge', track: side })
  }
  await drain(town.house)
  // what was said until here is not what this is about
  await town.owner.deleteFrom('notice').execute()

  const does: Does = (who, of, type, said) => town.does(by(who), cases.get(of) ?? '', { type, ...said })
  const act = async (from: Date, to: Date) => {
    for (const [at, turn] of STORY) {
      const instant = new Date(`${at}:00+08:00`)
      if (instant <= from || instant > to) continue
      town.house.clock.set(instant)
      await turn(does)
    }
    town.house.clock.set(to)
  }
  return { ...town, act, cases }
}

/** When the worker is looked at in on a day: before, in and after everybody's hours. */
const TIMES = ['00:01', '08:00', '09:00', '11:00', '13:00', '15:30', '17:00', '21:00']
export const instantsOf = (day: Day): Date[] =>
  TIMES.map((time) => new Date(startOf(day).getTime() + Date.parse(`1970-01-01T${time}:00Z`)))
