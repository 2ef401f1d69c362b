import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type DeadlineRuleRow, listRules } from '#db/read/deadline-rules.ts'
import { listKinds } from '#db/read/units.ts'
import { insertRule, markRuleEnded } from '#db/write/deadline-rules.ts'
import { dayOf } from '#workflows/clock.ts'
import { type DateRuleSaid, faultsOfDateRule, isComing, isInForce, stampOf } from '#workflows/deadlines/date-rules.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'

const orNull = z.string().transform((text) => text.trim() || null)
/** Not said: as the catalogue has it. */
const rung = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? null : /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN))
const typed = z.object({
  name: z.string(),
  kind: orNull,
  complexity: orNull,
  days: z.string().transform((text) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)),
  reminder: rung,
  yellow: rung,
  supervision: rung,
  leader: rung,
  validFrom: z.string().transform((text) => text.trim()),
  source: z.string().transform((text) => normalText(text).trim()),
})
export type DateRuleTyped = z.input<typeof typed>

/**
 * Sets the length of a date from a day on, for all cases or for those of a kind or complexity. What was set for the same
 * before ends on that day. Dates that were given stay as they are. `newest`: the stamp of that date's
 * rules as the page showed them.
 */
export function setDateRule(
  house: House,
  by: Staff,
  said: DateRuleTyped,
  { newest, request }: { newest: string; request?: string },
): Promise<ChangeOutcome> {
  return changeSettings<ChangeOutcome>(house, by, { request, said }, async (tx) => {
    const today = dayOf(house.clock.town())
    const { reminder, yellow, supervision, leader, ...rest } = typed.parse(said)
    const rungs = { reminder, yellow, supervision, leader }
    const rule: DateRuleSaid = { ...rest, rungs }
    const kinds = (await listKinds(tx)).map(({ code }) => code)
    const faults = faultsOfDateRule(rule, kinds, today)
    if (faults.length > 0) return invalid(faults)
    const rules = (await listRules(tx)).filter(({ name }) => name === rule.name)
    if (newest !== stampOf(rules)) return changedSince(house, tx, rule.name, 1)
    const replaced = rules.filter((each) => isSame(each, rule) && isAlive(each, today))
    for (const each of replaced) {
      const end = each.valid_from > rule.validFrom ? each.valid_from : rule.validFrom
      await markRuleEnded(tx, each.id, end)
    }
    const id = randomUUID()
    const { name, kind, days, source, validFrom } = rule
    const complexity = rule.complexity as DeadlineRuleRow['complexity']
    const row = { name, kind, complexity, days, ...rungs, source, valid_from: validFrom }
    await insertRule(tx, { id, ...row, by: by.id })
    await keepChange(house, tx, by, 'setDeadlineRule', {
      subject: name,
      before: replaced[0] ? wordsOf(replaced[0]) : null,
      after: row,
    })
    return { kind: 'changed', id, revision: 1 }
  })
}

/** Ends a rule today: dates given from now on go by what stands behind it. */
export function endDateRule(house: House, by: Staff, id: string, { request }: { request?: string }) {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [id, 'end'] }, async (tx) => {
    const today = dayOf(house.clock.town())
    const rule = (await listRules(tx)).find((each) => each.id === id)
    if (!rule) return unknown
    if (!isAlive(rule, today)) return changedSince(house, tx, rule.name, 1)
    const ended_on = rule.valid_from > today ? rule.valid_from : today
    await markRuleEnded(tx, id, ended_on)
    const before = wordsOf(rule)
    await keepChange(house, tx, by, 'endDeadlineRule', { subject: rule.name, before, after: { ...before, ended_on } })
    return { kind: 'changed', id, revision: 1 }
  })
}

const isAlive = (rule: DeadlineRuleRow, today: string) => isInForce(rule, today) || isComing(rule, today)
const isSame = (one: DeadlineRuleRow, { kind, complexity }: Pick<DateRuleSaid, 'kind' | 'complexity'>) =>
  one.kind === kind && one.complexity === complexity
const wordsOf = (rule: DeadlineRuleRow) => ({
  name: rule.name,
  kind: rule.kind,
  complexity: rule.complexity,
  days: rule.days,
  reminder: rule.reminder,
  yellow: rule.yellow,
  supervision: rule.supervision,
  leader: rule.leader,
  source: rule.source,
  valid_from: rule.valid_from,
})
