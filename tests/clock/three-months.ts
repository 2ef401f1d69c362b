import type { SlowTown } from './slow-town.ts'

/** Who was told what of a case, on which day: `03-17 letterReminder: deputy territory`, by the case's name here. */
export async function noticesOf({ owner, cases }: SlowTown): Promise<Record<string, string[]>> {
  const rows = await owner
    .selectFrom('notice')
    .innerJoin('errand', 'errand.id', 'notice.errand_id')
    .innerJoin('staff', 'staff.id', 'notice.staff_id')
    .select(['errand.case_id', 'notice.name', 'notice.created_on', 'staff.login'])
    .orderBy('notice.created_on')
    .orderBy('notice.name')
    .orderBy('staff.login')
    .execute()
  const told: Record<string, string[]> = {}
  for (const [name, id] of cases) {
    const lines = new Map<string, string[]>()
    for (const { name: notice, created_on, login } of rows.filter(({ case_id }) => case_id === id)) {
      const line = `${created_on.slice(5)} ${notice}`
      lines.set(line, [...(lines.get(line) ?? []), login])
    }
    told[name] = [...lines].map(([line, people]) => `${line}: ${people.join(' ')}`)
  }
  return told
}

/** Each case's dates as the calendar of 2026 has them, reckoned by hand: fifteen working days end on 26 March. */
export const HEARD: Record<string, string[]> = {
  silent: [
    '03-17 letterReminder: department deputy quiet territory',
    '03-25 yellowCard: department deputy quiet territory',
    '03-27 deadlineLapsed: head head supervisor supervisor',
    '03-27 redCard: department deputy quiet territory',
    '04-02 orderDue: supervisor supervisor',
    '04-10 leaderTold: leader leader',
  ],
  late: [
    '03-17 letterReminder: department deputy quiet territory',
    '03-25 yellowCard: deputy territory',
    '03-27 deadlineLapsed: head supervisor',
    '03-27 redCard: deputy territory',
    '03-30 resultsIn: reviewer',
    '04-01 dateNear: reviewer',
    '04-03 deadlineLapsed: head reviewer',
    '04-17 leaderTold: leader',
  ],
  extended: [
    '03-17 letterReminder: department deputy quiet territory',
    '03-24 extensionAsked: head reviewer',
    '03-24 extensionRuled: deputy territory',
    '03-25 yellowCard: department quiet',
    '03-26 letterReminder: deputy territory',
    '03-27 deadlineLapsed: head supervisor',
    '03-27 redCard: department quiet',
    '04-02 orderDue: supervisor',
    '04-03 yellowCard: deputy territory',
    '04-08 deadlineLapsed: head supervisor',
    '04-08 redCard: deputy territory',
    '04-10 leaderTold: leader',
    '04-14 orderDue: supervisor',
    '04-21 leaderTold: leader',
  ],
  disputed: [
    '03-11 letterObjected: head',
    '03-13 dateNear: head',
    '03-17 deadlineLapsed: head supervisor',
    '03-17 letterReminder: department quiet',
    '03-18 objectionRuled: deputy territory',
    '03-24 letterReminder: deputy territory',
    '03-25 yellowCard: department quiet',
    '03-27 deadlineLapsed: head supervisor',
    '03-27 redCard: department quiet',
    '04-01 yellowCard: deputy territory',
    '04-02 orderDue: supervisor',
    '04-03 deadlineLapsed: head supervisor',
    '04-03 redCard: deputy territory',
    '04-10 leaderTold: leader',
    '04-10 orderDue: supervisor',
    '04-17 leaderTold: leader',
  ],
}

/** What reached whom, on which channel. The department works from ten; `quiet` asked for no mails but the red ones. */
export const TOLD: string[] = [
  '03-11 15:30 mail head: 有一项申请待您答复',
  '03-13 09:00 mail head: 有一项时限马上到期',
  '03-13 09:00 sms head: 有一项时限马上到期',
  '03-17 09:00 mail deputy territory: 有一项时限快到了',
  '03-17 09:00 mail head supervisor: 有一项时限已过',
  '03-17 09:00 sms deputy territory: 有一项时限快到了',
  '03-17 09:00 sms head supervisor: 有一项时限已过',
  '03-17 11:00 mail department: 有一项时限快到了',
  '03-17 11:00 sms department quiet: 有一项时限快到了',
  '03-18 13:00 mail deputy territory: 有一项申请已有答复',
  '03-24 09:00 mail deputy territory: 有一项时限快到了',
  '03-24 09:00 sms deputy territory: 有一项时限快到了',
  '03-24 11:00 mail head reviewer: 有一项申请待您答复',
  '03-24 17:00 mail deputy territory: 有一项申请已有答复',
  '03-25 09:00 mail deputy territory: 有一项时限马上到期',
  '03-25 09:00 sms deputy territory: 有一项时限马上到期',
  '03-25 11:00 mail department: 有一项时限马上到期',
  '03-25 11:00 sms department quiet: 有一项时限马上到期',
  '03-26 09:00 mail deputy territory: 有一项时限快到了',
  '03-26 09:00 sms deputy territory: 有一项时限快到了',
  '03-27 09:00 mail deputy head supervisor territory: 有一项时限已过',
  '03-27 09:00 sms deputy head supervisor territory: 有一项时限已过',
  '03-27 11:00 mail department quiet: 有一项时限已过',
  '03-27 11:00 sms department quiet: 有一项时限已过',
  '03-30 11:00 mail reviewer: 有一项待审核',
  '04-01 09:00 mail deputy reviewer territory: 有一项时限马上到期',
  '04-01 09:00 sms deputy reviewer territory: 有一项时限马上到期',
  '04-02 09:00 mail supervisor: 有一项时限过了几天，请处理',
  '04-03 09:00 mail deputy territory: 您有几项新的待办 | 有一项时限已过 | 有一项时限马上到期',
  '04-03 09:00 mail head reviewer supervisor: 有一项时限已过',
  '04-03 09:00 sms deputy territory: 有几项时限要您留意',
  '04-03 09:00 sms head reviewer supervisor: 有一项时限已过',
  '04-08 09:00 mail deputy head supervisor territory: 有一项时限已过',
  '04-08 09:00 sms deputy head supervisor territory: 有一项时限已过',
  '04-10 09:00 mail leader: 有一项时限过了很久，请过目',
  '04-10 09:00 mail supervisor: 有一项时限过了几天，请处理',
  '04-14 09:00 mail supervisor: 有一项时限过了几天，请处理',
  '04-17 09:00 mail leader: 有一项时限过了很久，请过目',
  '04-21 09:00 mail leader: 有一项时限过了很久，请过目',
]
