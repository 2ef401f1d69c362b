import { OFFICE_TEXTS } from '#workflows/sample-town/data/stories/office-texts.ts'
import type { Story } from '#workflows/sample-town/data/stories/story.ts'
import {
  acknowledged,
  approved,
  bothAcknowledged,
  bothAnswered,
  DISCIPLINE,
  drafted,
  HEAD,
  heldTwice,
  passed,
  REVIEWER,
  satisfied,
  SECOND_REVIEWER,
  TO,
  VERIFIER,
} from '#workflows/sample-town/phases.ts'
import { sidesOf } from '#workflows/sample-town/sides.ts'
import { REPORTER, reporterOf, type Turn, turn } from '#workflows/sample-town/turn.ts'
import { type Plot, plot } from './plot.ts'

const closed = (story: Story) => TO.closed(story)
const told = (story: Story) => TO.closed(story, true)
/** From two results to the reporter's yes. */
const toTheEnd = (story: Story): Turn[] => [
  ...bothAnswered(story),
  ...passed(story),
  ...drafted(story),
  ...approved(),
  ...satisfied(true),
]

/** Both units have answered: judged, told to the reporter, closed, looked at again. */
export const ANSWERED: readonly Plot[] = [
  plot('appWithPoints', 1, TO.reviewing),
  plot('monthlyRankingByText', 1, TO.replying),
  plot('thirtySevenGroups', 1, (story) => [...TO.replying(story), ...drafted(story)]),
  plot('fourTripsOneLicence', 3, TO.rating),
  plot('pondPhotosThreeTimesADay', 2, (story) => [
    ...TO.rating(story),
    turn(REPORTER, { type: 'rate', satisfied: false, text: story.rating }, 2),
  ]),

  plot('oneListThreeTimes', 28, (story) => [
    ...told(story),
    turn(reporterOf('oneListThreeTimesAgain'), { type: 'rate', satisfied: true, consent: true }),
  ]),
  plot('thirteenVideoMeetings', 30, told),
  plot('whiteHeadPapers', 28, closed),
  plot('fourVisitsOneWeek', 26, (story) => [
    ...TO.replying(story),
    ...drafted(story),
    turn(SECOND_REVIEWER, { type: 'returnReply', text: OFFICE_TEXTS.replyReturned }, 1),
    ...drafted(story),
    ...approved(),
    ...satisfied(true),
  ]),
  plot('insuranceQuota', 30, (story) => [
    ...TO.rectifying(story),
    { ...acknowledged(story, 'territory'), after: 1 },
    turn(sidesOf(story).handlers.department, {
      type: 'object',
      track: 'department',
      grounds: OFFICE_TEXTS.objection,
    }),
    turn(
      HEAD,
      { type: 'ruleObjection', track: 'department', ruling: 'confirmed', grounds: OFFICE_TEXTS.objectionConfirmed },
      1,
    ),
    ...toTheEnd(story),
  ]),
  plot('paidShowcaseVillage', 33, (story) => [
    ...TO.rectifying(story),
    turn(VERIFIER, { type: 'refer', text: OFFICE_TEXTS.referral }),
    ...bothAcknowledged(story),
    turn(DISCIPLINE, { type: 'concludeReferral', text: OFFICE_TEXTS.referralConcluded }, 4),
    ...toTheEnd(story),
  ]),
  plot('vetoPledge', 55, told),

  plot('sameShopSigns', { days: 94 }, closed),
  plot('treesOnPaper', 3, (story) => [...told(story), ...heldTwice()]),
  plot('longSecondment', 5, (story) => [
    ...TO.rectifying(story),
    ...bothAcknowledged(story),
    turn(
      sidesOf(story).handlers.territory,
      { type: 'askExtension', track: 'territory', days: 5, grounds: OFFICE_TEXTS.extension },
      1,
    ),
    turn(REVIEWER, { type: 'grantExtension', track: 'territory', grounds: OFFICE_TEXTS.extensionGranted }, 1),
    ...toTheEnd(story),
    ...heldTwice(),
  ]),
]
