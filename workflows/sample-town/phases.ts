/** The ordinary path of a case in the words of its story, phase by phase, with the people who usually do it. */
import type { Track } from '#workflows/case/names.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { letterTexts, OFFICE_TEXTS, replyText, resultTexts } from './data/stories/office-texts.ts'
import type { Story } from './data/stories/story.ts'
import { unitId } from './data/unit-id.ts'
import { accusedBy, sidesOf } from './sides.ts'
import { REPORTER, type Turn, turn } from './turn.ts'

export const CLERK = 'hewen'
export const VERIFIER = 'songjie'
export const REVIEWER = 'liangbo'
export const SECOND_REVIEWER = 'fangmin'
/** Passes no results, so that a redo and a look-back find someone who took no part. */
export const OUTSIDER = 'yuanye'
export const HEAD = 'qinyue'
export const SUPERVISOR = 'xielan'
export const DISCIPLINE = 'jiangtao'

/** Read by a clerk: what kind, where, and whom it accuses. */
export function sorted(story: Story, clerk = CLERK): Turn[] {
  const complexity = KINDS.find(({ code }) => code === story.kind)?.complexity ?? 'standard'
  const place = story.placeUnitCode && unitId(story.placeUnitCode)
  return [
    turn(clerk, { type: 'take' }, 1),
    turn(clerk, { type: 'classify', kind: story.kind, complexity, place }),
    turn(clerk, { type: 'nameAccused', units: accusedBy(story) }),
  ]
}

export const accepted = (story: Story, clerk = CLERK): Turn[] => [
  ...sorted(story, clerk),
  turn(clerk, { type: 'accept' }),
]

/** Taken up by a verifier, and found to be as the story says. */
export const verified = ({ finding, grounds }: Story, days = 4, verifier = VERIFIER): Turn[] => [
  turn(verifier, { type: 'take' }, 1),
  turn(verifier, { type: 'recordFinding', finding, grounds }, days),
]

/** The brief, with where it will go announced to the reporter. */
export function briefed(story: Story): Turn[] {
  const { units, lead } = sidesOf(story)
  return [
    turn(REVIEWER, { type: 'take' }, 1),
    turn(REVIEWER, { type: 'writeBrief', brief: story.brief, ...units, lead }),
  ]
}

/** In so many working days the reporter has looked once more, as advised, and their days to object are over. */
const OBJECTION_OVER = 7

/** Both letters, once the reporter's days to object are over. */
export const issued = (story: Story): Turn[] => [
  turn(REVIEWER, { type: 'issueLetters', letters: letterTexts(story) }, OBJECTION_OVER),
]

export const acknowledged = (story: Story, track: Track): Turn =>
  turn(sidesOf(story).handlers[track], { type: 'acknowledge', track })

/** Both units acknowledge the day after. */
export const bothAcknowledged = (story: Story): Turn[] => [
  { ...acknowledged(story, 'territory'), after: 1 },
  acknowledged(story, 'department'),
]

export function result(story: Story, track: Track, days: number): Turn {
  const { handlers, lead } = sidesOf(story)
  const { upkeep, ...sides } = resultTexts(story)
  const said = { type: 'submitResult' as const, track, ...sides[track] }
  return turn(handlers[track], lead === track ? { ...said, upkeep } : said, days)
}

/** An easy matter is due in five working days, any other in fifteen. */
export function bothAnswered(story: Story): Turn[] {
  const easy = KINDS.find(({ code }) => code === story.kind)?.complexity === 'easy'
  return [result(story, 'department', easy ? 2 : 6), result(story, 'territory', 2)]
}

/** Who may pass the results: where the office answered a letter itself, the supervisor. */
export const judgeOf = (story: Story): string => (sidesOf(story).officeActs ? SUPERVISOR : REVIEWER)

export const passed = (story: Story): Turn[] => [
  turn(judgeOf(story), { type: 'take' }, 1),
  turn(judgeOf(story), { type: 'passResults' }),
]

export const drafted = (story: Story): Turn[] => [
  turn(REVIEWER, { type: 'take' }, 1),
  turn(REVIEWER, { type: 'draftReply', text: replyText(story) }),
]

export const approved = (): Turn[] => [turn(SECOND_REVIEWER, { type: 'approveReply' }, 1)]

export const satisfied = (consent = false): Turn[] => [turn(REPORTER, { type: 'rate', satisfied: true, consent }, 2)]

/** Ninety days later, and ninety after that, each time by someone who took no part before. */
export const lookedBack = (by = OUTSIDER): Turn[] => [
  turn(by, { type: 'recordLookBack', method: 'visit', held: true, text: OFFICE_TEXTS.lookBackHeld }, { days: 95 }),
]
export const heldTwice = (): Turn[] => [...lookedBack(), ...lookedBack(SUPERVISOR)]

/** From arrival to a named phase. */
export const TO = { verifying: accepted, assigning, rectifying, reviewing, replying, rating, closed }

function assigning(story: Story): Turn[] {
  return [...accepted(story), ...verified(story)]
}
function rectifying(story: Story): Turn[] {
  return [...assigning(story), ...briefed(story), ...issued(story)]
}
function reviewing(story: Story): Turn[] {
  return [...rectifying(story), ...bothAcknowledged(story), ...bothAnswered(story)]
}
function replying(story: Story): Turn[] {
  return [...reviewing(story), ...passed(story)]
}
function rating(story: Story): Turn[] {
  return [...replying(story), ...drafted(story), ...approved()]
}
function closed(story: Story, consent = false): Turn[] {
  return [...rating(story), ...satisfied(consent)]
}
