import type { CaseEvent } from '#workflows/case/events.ts'
import type { Track } from '#workflows/case/names.ts'
import { OFFICE_TEXTS } from '#workflows/sample-town/data/stories/office-texts.ts'
import type { Story } from '#workflows/sample-town/data/stories/story.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import {
  acknowledged,
  bothAcknowledged,
  briefed,
  HEAD,
  issued,
  passed,
  result,
  REVIEWER,
  SUPERVISOR,
  TO,
  VERIFIER,
} from '#workflows/sample-town/phases.ts'
import { handlerAt, sidesOf } from '#workflows/sample-town/sides.ts'
import { later, type Turn, turn } from '#workflows/sample-town/turn.ts'
import { type Plot, plot } from './plot.ts'

const byHandler = (story: Story, event: CaseEvent & { track: Track }, after = 0) =>
  turn(sidesOf(story).handlers[event.track], event, after)
const working = (story: Story): Turn[] => [...TO.rectifying(story), ...bothAcknowledged(story)]

/** Being sent to two units at once, and with them. */
export const AT_THE_UNITS: readonly Plot[] = [
  plot('nightMeetings', 1, TO.assigning),
  plot('boxesOfEvidence', 1, (story) => [...TO.assigning(story), ...briefed(story)]),
  plot('fortySixVisits', 1, (story) => [
    ...TO.assigning(story),
    turn(
      HEAD,
      {
        type: 'proposeOverride',
        text: '园区管委会直接掌握走访台账，由其牵头更快；由专项办全程跟踪。',
        territory: unitId('990306'),
        department: sidesOf(story).units.department,
      },
      1,
    ),
  ]),
  plot('twentyEightPlaques', 1, TO.rectifying),
  plot('riverLawByVillage', 1, (story) => [
    ...working(story),
    byHandler(story, { type: 'askExtension', track: 'territory', days: 5, grounds: OFFICE_TEXTS.extension }, 18),
  ]),
  plot('replyWithinTenMinutes', 1, (story) => [
    ...TO.rectifying(story),
    { ...acknowledged(story, 'territory'), after: 1 },
    byHandler(story, { type: 'object', track: 'department', grounds: OFFICE_TEXTS.objection }),
  ]),
  plot('wardLedgers', 2, (story) => [...working(story), result(story, 'territory', 5)]),
  plot('relayedNotices', 1, (story) => [
    ...working(story),
    ...later(
      8,
      (['territory', 'department'] as const).map((track) =>
        turn(SUPERVISOR, { type: 'issueOrder', track, text: OFFICE_TEXTS.order }),
      ),
    ),
    byHandler(story, { type: 'answerOrder', track: 'department', text: OFFICE_TEXTS.orderAnswer }, 1),
  ]),
  plot('borrowedElders', 2, (story) => [
    ...TO.reviewing(story),
    turn(REVIEWER, { type: 'sendBack', tracks: ['territory'], missing: OFFICE_TEXTS.missing }, 2),
  ]),
  // its serious part is with discipline inspection; the department's letter went astray, and was given to another
  plot('forgedCapital', 1, (story) => {
    const to = unitId('990300-development')
    const other = handlerAt(to, 'department')
    const grounds = OFFICE_TEXTS.objectionReassigned
    return [
      ...TO.assigning(story),
      turn(VERIFIER, { type: 'refer', text: OFFICE_TEXTS.referral }),
      ...briefed(story),
      ...issued(story),
      { ...acknowledged(story, 'territory'), after: 1 },
      byHandler(story, { type: 'object', track: 'department', grounds: OFFICE_TEXTS.objection }),
      turn(SUPERVISOR, { type: 'ruleObjection', track: 'department', ruling: 'reassigned', grounds, to }, 2),
      turn(other, { type: 'acknowledge', track: 'department' }, 1),
      { ...result(story, 'department', 6), by: other },
      result(story, 'territory', 1),
      ...passed(story),
      turn(REVIEWER, { type: 'proposeNoReply', ground: 'referred', text: OFFICE_TEXTS.noReply }, 1),
    ]
  }),
]
