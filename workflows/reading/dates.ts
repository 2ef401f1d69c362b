import { listRules } from '#db/read/deadline-rules.ts'
import { listKinds } from '#db/read/units.ts'
import { DEADLINE_NAMES } from '#workflows/case/names.ts'
import { dayOf } from '#workflows/clock.ts'
import { DEADLINES, lengthOf } from '#workflows/deadlines/catalogue.ts'
import { isComing, isInForce, stampOf } from '#workflows/deadlines/date-rules.ts'
import { ladderOf } from '#workflows/deadlines/ladder.ts'
import type { House } from '#workflows/house.ts'

/** Every date a case can carry: what the catalogue says, and what was set in its place, now or from a coming day. */
export async function readDates({ db, clock }: Pick<House, 'db' | 'clock'>) {
  const today = dayOf(clock.town())
  const rules = await listRules(db)
  const kinds = await listKinds(db)
  const kindOf = (code: string | null) => kinds.find((kind) => kind.code === code)
  const shown = (rule: (typeof rules)[number]) => {
    const kind = kindOf(rule.kind)
    return {
      id: rule.id,
      kind: kind ? { code: kind.code, zh: kind.name_zh, en: kind.name_en } : null,
      complexity: rule.complexity,
      days: rule.days,
      rungs: { reminder: rule.reminder, yellow: rule.yellow, supervision: rule.supervision, leader: rule.leader },
      from: rule.valid_from,
      until: rule.ended_on,
      source: rule.source,
      by: rule.by_name,
    }
  }
  return {
    today,
    kinds: kinds.map(({ code, name_zh, name_en }) => ({ code, zh: name_zh, en: name_en })),
    dates: DEADLINE_NAMES.map((name) => {
      const { days, unit, source, lapses } = DEADLINES[name]
      const own = rules.filter((rule) => rule.name === name)
      return {
        name,
        days,
        unit,
        source: source === 'default' ? null : source,
        lapses,
        /** what the catalogue does about it: of a length that depends on the matter, of the usual one */
        ladder: ladderOf(name, lengthOf(name, 'standard')),
        inForce: own.filter((rule) => isInForce(rule, today)).map(shown),
        coming: own.filter((rule) => isComing(rule, today)).map(shown),
        past: own.filter((rule) => !isInForce(rule, today) && !isComing(rule, today)).map(shown),
        /** all rules of this date, by which a form knows whether somebody was first */
        newest: stampOf(own),
      }
    }),
  }
}
export type DatesPage = Awaited<ReturnType<typeof readDates>>
export type DateEntry = DatesPage['dates'][number]
export type RuleEntry = DateEntry['inForce'][number]
