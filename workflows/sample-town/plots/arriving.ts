import { OFFICE_TEXTS } from '#workflows/sample-town/data/stories/office-texts.ts'
import type { Story } from '#workflows/sample-town/data/stories/story.ts'
import { accepted, CLERK, DISCIPLINE, HEAD, REVIEWER, sorted, VERIFIER } from '#workflows/sample-town/phases.ts'
import { REPORTER, type Turn, turn } from '#workflows/sample-town/turn.ts'
import { type Plot, plot } from './plot.ts'

const SECOND_CLERK = 'luoping'
const SECOND_VERIFIER = 'tanyi'

const refusalProposed = (story: Story): Turn[] => {
  if (!story.refusal) throw new Error(`${story.id} tells of no refusal`)
  return [...sorted(story), turn(CLERK, { type: 'proposeRefusal', ...story.refusal })]
}
const refused = (story: Story): Turn[] => [...refusalProposed(story), turn(REVIEWER, { type: 'confirmRefusal' }, 1)]
const asked = (by: string, after = 1): Turn[] => [
  turn(by, { type: 'take' }, after),
  turn(by, { type: 'askForMore', question: OFFICE_TEXTS.question }),
]
const mergedInto = (main: string) => (story: Story) => [
  ...sorted(story, SECOND_CLERK),
  turn(SECOND_CLERK, { type: 'note', text: OFFICE_TEXTS.note }),
  turn(SECOND_CLERK, (caseOf) => ({ type: 'merge', into: caseOf(main) })),
]
const reprisal = ({ reprisal = '' }: Story) => turn(REPORTER, { type: 'reportReprisal', text: reprisal })

/** Just in, asked, refused, merged, handed up, withdrawn; and the search for whether it is so. */
export const ARRIVING: readonly Plot[] = [
  plot('dueToday', 1, () => []),
  plot('tasksByClass', 1, () => [], { slowLane: true }),
  plot('dailyStrawRanking', 1, (story) => sorted(story, SECOND_CLERK)),
  plot('noiseAtNight', 1, refusalProposed),
  plot('stolenFertiliser', 12, refused),
  plot('landAndLawsuit', 1, (story) => [
    ...refused(story),
    turn(REPORTER, { type: 'appeal', text: '判决说的是补偿标准，没有说为什么到现在还差1万8没付，请再看一下。' }, 2),
  ]),
  plot('tooVague', 3, () => asked(CLERK)),
  // the question was never answered
  plot('phoneNobodyAnswers', 13, () => asked(SECOND_CLERK)),
  plot('weeklyReliefReport', 8, () => [turn(DISCIPLINE, { type: 'handUp', text: OFFICE_TEXTS.handUp }, 1)]),
  plot('hallOfPlaques', 15, (story) => [
    ...accepted(story),
    turn(REPORTER, { type: 'withdraw', text: story.withdrawn }, 2),
  ]),
  plot('oneListThreeTimesAgain', 48, mergedInto('oneListThreeTimes')),
  plot('appWithPointsAgain', 17, mergedInto('appWithPoints')),
  plot(
    'askedWhoWrote',
    1,
    (story) => [...accepted(story, SECOND_CLERK), turn(VERIFIER, { type: 'take' }, 1), reprisal(story)],
    { contact: '微信 wutong_wgy(请晚上联系)' },
  ),
  plot('sameLedgerThreeTeams', 8, (story) => [...accepted(story), turn(SECOND_VERIFIER, { type: 'take' }, 1)]),
  plot('fireChecksByCommunity', 3, (story) => [...accepted(story, SECOND_CLERK), ...asked(SECOND_VERIFIER)]),
  plot('viewingTerraceNeverOpened', 2, (story) => [
    ...accepted(story),
    turn(VERIFIER, { type: 'take' }, 1),
    turn(REVIEWER, { type: 'extendVerification', text: OFFICE_TEXTS.verificationExtended }, 6),
    turn(HEAD, { type: 'elevate', text: OFFICE_TEXTS.elevated }, 1),
    turn(VERIFIER, { type: 'refer', text: OFFICE_TEXTS.referral }, 1),
  ]),
]
