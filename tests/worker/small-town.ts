import { randomBytes, randomUUID } from 'node:crypto'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertStaff, insertStaffRole } from '#db/write/staff.ts'
import { insertKinds, insertUnits } from '#db/write/town.ts'
import { aHouse, type TestHouse } from '#tests/world/test-house.ts'
import { accept } from '#workflows/channels/accept.ts'
import { type Day, handClock } from '#workflows/clock.ts'
import { step } from '#workflows/engine/step.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { OFFICE_CODE, UNITS } from '#workflows/sample-town/data/units.ts'

/** A Monday. */
export const MONDAY = '2026-11-23'
export const OFFICE = unitId(OFFICE_CODE)
export const unitNamed = (name: string): string => {
  const unit = UNITS.find((each) => each.name === name)
  if (!unit) throw new Error(`no unit ${name}`)
  return unit.id
}
/** Who is told what the tests below are about. */
export const COUNTY = unitNamed('望川县人民政府')
export const DEPARTMENT = unitNamed('市民政局')

export type SmallTown = {
  house: TestHouse
  owner: Database
  officer(login: string, roles: Role[], unit?: string, disabled?: boolean): Promise<Staff>
  /** a report comes in; the case it opened */
  report(text?: string): Promise<{ case: string; report: string }>
  does(by: Staff, id: string, event: { type: string } & Record<string, unknown>): Promise<void>
  /** the reporter says something more */
  says(report: string, id: string, event: { type: string } & Record<string, unknown>): Promise<void>
  /** who has which notices, by login, sorted */
  notices(): Promise<string[]>
  close(): Promise<void>
}

/** The units and kinds of the sample town, and no people yet, on a Monday at ten, or whenever it begins. */
export async function smallTown({ on = MONDAY, keys }: { on?: Day; keys?: Keys } = {}): Promise<SmallTown> {
  const house = await aHouse(handClock(on), { keys })
  const owner = connect(house.database.ownerUrl, { max: 2 })
  await inTransaction(house.db, async (tx) => {
    await insertUnits(
      tx,
      UNITS.map((unit) => ({ ...unit, aliases: [...unit.aliases] })),
    )
    await insertKinds(
      tx,
      KINDS.map((kind, position) => ({ ...kind, lines: [...kind.lines], position })),
    )
  })
  const sent = async (outcome: ReturnType<typeof step>) => {
    const said = await outcome
    if (said.kind === 'refused') throw new Error(`refused: ${said.code} ${JSON.stringify(said)}`)
  }
  return {
    house,
    owner,
    officer: async (login, roles, unit = OFFICE, disabled = false) => {
      const id = randomUUID()
      const secrets = { password_hash: 'none', totp_secret: randomBytes(8) }
      await inTransaction(house.db, async (tx) => {
        await insertStaff(tx, { id, login, name: login, email: addressOf(login), unit_id: unit, disabled, ...secrets })
        for (const role of roles) await insertStaffRole(tx, { staff_id: id, role })
      })
      return { kind: 'staff', id, roles, unit }
    },
    report: async (text = '上级要求每天报送三张重复的表格') => {
      const before = await house.db.selectFrom('report').select('id').execute()
      await accept(house, {
        channel: 'web',
        submission: randomBytes(16),
        text,
        noDispatch: false,
        files: [],
        lane: 'normal',
      })
      const rows = await house.db.selectFrom('report').select(['id', 'case_id']).execute()
      const row = rows.find(({ id }) => !before.some((each) => each.id === id))
      if (!row) throw new Error('the report was not stored')
      return { case: row.case_id, report: row.id }
    },
    does: (by, id, event) => sent(step(house, 'case', id, event, by)),
    says: (report, id, event) => sent(step(house, 'case', id, event, { kind: 'reporter', report })),
    notices: async () => {
      const rows = await house.db
        .selectFrom('notice')
        .innerJoin('staff', 'staff.id', 'notice.staff_id')
        .select(['login', 'notice.name'])
        .execute()
      return rows.map(({ login, name }) => `${login}: ${name}`).sort()
    },
    close: async () => {
      await disconnect(owner)
      await house.close()
    },
  }
}

export const addressOf = (login: string) => `${login}@yunlan.example.test`
