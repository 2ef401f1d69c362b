/** What may never happen, whatever is clicked, in whatever order, by however many at once: product page, 1 to 6. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import { TRACKS } from '#workflows/case/names.ts'
import { choices, type Deed, keyOf, MARK, MUST_STAND, owing, walk } from './walk.ts'

/** Says what is wrong with the last of the deeds, or nothing. */
type Complaint = (deed: Deed, all: readonly Deed[]) => string | undefined

function never(complaint: Complaint) {
  fc.assert(
    fc.property(choices(120), (chosen) => {
      const deeds = walk(chosen)
      deeds.forEach((deed, position) => {
        const wrong = complaint(deed, deeds.slice(0, position + 1))
        if (wrong) throw new Error(`${wrong}: ${deed.by} ${deed.event.type}, ${deed.from} → ${deed.to}`)
      })
    }),
    { numRuns: 100, interruptAfterTimeLimit: 15_000 },
  )
}
const happened = (all: readonly Deed[], ...types: CaseEventType[]) =>
  all.some(({ event }) => types.includes(event.type))
const sameTrack = (one: CaseEvent, other: CaseEvent) =>
  !('track' in one) || !('track' in other) || one.track === other.track
const closes = ({ from, to }: Deed) => to === 'closed' && from !== 'closed'

describe('whatever is clicked, in whatever order', () => {
  test('1: no case closes without an outcome, nor without a reply, a stated ground, or the word of the reporter', () => {
    never((deed, all) => {
      if (!closes(deed)) return
      if (deed.event.type === 'withdraw')
        return happened(all, 'issueLetters') ? 'closed over two units at work' : undefined
      const silent = all.some(({ from, to }) => from === 'needsInfo' && to === 'unverifiable.unsigned')
      if (!silent && !happened(all, 'recordFinding', 'passResults')) return 'closed without an outcome'
      if (deed.snapshot.context.finding === null) return 'closed with its outcome lost'
      if (!happened(all, 'approveReply', 'confirmNoReply')) return 'closed unanswered'
    })
  })

  test('2: no case leaves the two units, or closes, while one of them is silent', () => {
    never((deed, all) => {
      const silent = [...owing(all)]
      if (deed.to !== 'rectifying' && silent.length > 0) return `left while ${silent} is silent`
      const { territory, department } = deed.snapshot.context.letters
      if (deed.from === 'assigning.open' && deed.to === 'rectifying' && !(territory === 'out' && department === 'out'))
        return 'one letter alone'
      for (const track of TRACKS)
        if (deed.to === 'rectifying' && silent.includes(track) && !deed.dates.has(keyOf('rectification', track)))
          return `${track} has a letter and no date`
    })
  })

  test('3: no letter leaves before where it goes is announced, free of conflict, and unobjected', () => {
    never((deed, all) => {
      const letters = deed.rows.filter(({ name }) => name === 'letterIssued')
      if (deed.event.type === 'issueLetters' && !(deed.facts.dispatchReady && letters.length === 2)) return 'dispatched'
      const addressed = deed.rows.some(({ track }) => track !== undefined)
      if (addressed && !happened(all, 'issueLetters')) return 'a unit heard of it before its letter'
    })
  })

  test('4: no word that anybody writes is kept by the machine or handed on with an action', () => {
    never(({ snapshot, rows }) => {
      const kept = JSON.stringify([snapshot.value, snapshot.context, rows])
      if (kept.includes(MARK)) return 'a text is kept'
    })
  })

  test('5: nobody does both sides of a two-person act', () => {
    const sides: Partial<Record<CaseEventType, CaseEventType[]>> = {
      confirmRefusal: ['proposeRefusal'],
      confirmFinding: ['recordFinding', 'passResults'],
      signUnverifiable: ['recordFinding', 'passResults', 'signUnverifiable'],
      confirmOverride: ['proposeOverride'],
      approveReply: ['draftReply'],
      confirmNoReply: ['proposeNoReply'],
      grantExtension: ['askExtension'],
      ruleObjection: ['object'],
    }
    never((deed, all) => {
      const first = sides[deed.event.type]
      if (!first || deed.from === 'unverifiable.unsigned') return
      const proposal = all
        .slice(0, -1)
        .findLast(({ event }) => first.includes(event.type) && sameTrack(event, deed.event))
      if (proposal?.by === deed.by) return 'both sides by one person'
    })
  })

  test('6: a date stands wherever a case waits, and moves only when somebody asked and another said yes', () => {
    never((deed) => {
      for (const [place, date] of Object.entries(MUST_STAND))
        if ((deed.to === place || deed.to.startsWith(`${place}.`)) && !deed.dates.has(date))
          return `waits without ${date}`
      for (const { type, name, track } of deed.rows) {
        const key = keyOf(name, track)
        if (type === 'moveDeadline' && !['extendVerification', 'grantExtension'].includes(deed.event.type))
          return `${key} moved`
        if (['moveDeadline', 'pauseDeadline', 'resumeDeadline'].includes(type) && !deed.datesBefore.has(key))
          return `${type} ${key} without a date`
        const replaced = type === 'setDeadline' && deed.datesBefore.get(key) === 'open'
        const cleared = deed.rows.some((row) => row.type === 'clearDeadline' && keyOf(row.name, row.track) === key)
        if (replaced && !cleared && deed.event.type !== 'writeBrief') return `${key} silently set anew`
      }
      for (const key of deed.dates.keys()) {
        const [, track] = key.split('/')
        if (track && !key.startsWith('orderAnswer') && deed.to !== 'rectifying') return `${key} outlives its letter`
      }
    })
  })
})

test('the walks behind these promises reach every place a case can be', () => {
  const places = new Set<string>()
  for (const chosen of fc.sample(choices(160), { numRuns: 200, seed: 2 }))
    for (const { to } of walk(chosen)) places.add(to)
  expect([...places].sort()).toEqual([
    'assigning.open',
    'assigning.overrideProposed',
    'closed',
    'handedUp',
    'lookBack',
    'merged',
    'needsInfo',
    'notAccepted',
    'rating',
    'rectifying',
    'reopened',
    'replying.drafted',
    'replying.drafting',
    'replying.noReplyProposed',
    'reviewing',
    'struckOff',
    'triage.open',
    'triage.refusalProposed',
    'unsubstantiated',
    'unverifiable.onceSigned',
    'unverifiable.unsigned',
    'verifying.awaitingReporter',
    'verifying.working',
  ])
}, 300_000)
