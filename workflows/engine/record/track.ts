import { randomUUID } from 'node:crypto'
import { listUnits } from '#db/read/units.ts'
import {
  findOpenExtension,
  findOpenObjection,
  insertExtension,
  insertObjection,
  insertResult,
  type LetterRow,
  listLettersInForce,
  markExtensionRuled,
  markLetterAcknowledged,
  markObjectionRuled,
  markResultReturned,
} from '#db/write/letters.ts'
import { saysWhoseDuty } from '#workflows/assignment/whose-duty.ts'
import type { Track } from '#workflows/case/names.ts'
import { sidesKeptAway } from '#workflows/engine/dispatch.ts'
import { letterTrace } from '#workflows/engine/wrote.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { issueLetter, type LetterTexts } from './issue-letter.ts'
import { keepNote, officer, type Act, type Recorders, sealIn, tellReporter, wrong } from './pass.ts'

/** What happens on one letter: acknowledged, objected to, given time, answered, sent back. */
export const track: Recorders = {
  acknowledge: async (pass) => {
    const letter = await letterOf(pass, pass.event.track)
    await markLetterAcknowledged(pass.tx, letter.id, pass.today)
    pass.letters.push(letterTrace({ ...letter, acknowledged_on: pass.today }))
  },
  object: async (pass) => {
    const letter = await letterOf(pass, pass.event.track)
    // a return without a reason is what the rule forbids: by the duty list, or naming who it should be
    if (!saysWhoseDuty(await listUnits(pass.tx), letter.unit_id, pass.event.grounds)) wrong('grounds')
    const id = randomUUID()
    const grounds = sealIn(pass, 'objection', 'grounds', id, pass.event.grounds)
    const raised = { id, case_id: pass.row.id, letter_id: letter.id, by: officer(pass), raised_on: pass.today }
    await insertObjection(pass.tx, { ...raised, grounds })
  },
  ruleObjection: async (pass) => {
    const { tx, row, event } = pass
    const letter = await letterOf(pass, event.track)
    const objection = await findOpenObjection(tx, letter.id)
    if (!objection) throw new Error('no objection to rule on')
    const ruling_grounds = sealIn(pass, 'objection', 'ruling_grounds', objection.id, event.grounds)
    await markObjectionRuled(tx, objection.id, { ruling: event.ruling, ruled_by: officer(pass), ruling_grounds })
    if (event.ruling === 'confirmed') return
    const units = await listUnits(tx)
    const to = units.find(({ id, closed_on }) => id === event.to && closed_on === null) ?? wrong('to')
    const others = (await listLettersInForce(tx, row.id)).filter(({ id }) => id !== letter.id)
    if (to.id === letter.unit_id || others.some(({ unit_id }) => unit_id === to.id)) wrong('to')
    // as for the first letter: no unit in conflict, and not the reporter's own place where they asked for that
    const chosen = { territory: letter.unit_id, department: letter.unit_id, [event.track]: to.id }
    if ((await sidesKeptAway(tx, row, pass.key, chosen)).includes(event.track)) wrong('to')
    await reissue(pass, letter, textsOf(pass, letter), to.id)
  },
  askExtension: async (pass) => {
    const letter = await letterOf(pass, pass.event.track)
    const id = randomUUID()
    const grounds = sealIn(pass, 'extension', 'grounds', id, pass.event.grounds)
    const asked = { id, case_id: pass.row.id, letter_id: letter.id, by: officer(pass), asked_on: pass.today }
    await insertExtension(pass.tx, { ...asked, days: pass.event.days, grounds })
  },
  grantExtension: async (pass) => {
    const asked = await ruleExtension(pass, pass.event.track, true, pass.event.grounds)
    // the reporter reads why it takes longer
    await tellReporter(pass, 'extension', openText(pass.key, asked.place, asked.grounds))
    return { days: asked.days }
  },
  refuseExtension: async (pass) => {
    await ruleExtension(pass, pass.event.track, false, pass.event.grounds)
  },
  submitResult: async (pass) => {
    const { event, tx, today } = pass
    const letter = await letterOf(pass, event.track)
    const id = randomUUID()
    const sealed = (column: 'facts' | 'measures' | 'effect' | 'prevention') =>
      sealIn(pass, 'result', column, id, event[column])
    await insertResult(tx, {
      id,
      case_id: pass.row.id,
      letter_id: letter.id,
      by: officer(pass),
      submitted_on: today,
      facts: sealed('facts'),
      measures: sealed('measures'),
      effect: sealed('effect'),
      prevention: sealed('prevention'),
      upkeep: event.upkeep ? sealIn(pass, 'result', 'upkeep', id, event.upkeep) : null,
    })
    // the answer has overtaken the request for time
    const asked = await findOpenExtension(tx, letter.id)
    if (asked) await markExtensionRuled(tx, asked.id, { granted: false, ruled_by: null, ruling_grounds: null })
  },
  sendBack: async (pass) => {
    for (const side of pass.event.tracks) {
      const letter = await letterOf(pass, side)
      await markResultReturned(pass.tx, letter.id, (id) => sealIn(pass, 'result', 'returned', id, pass.event.missing))
    }
  },
  grantRedo: async (pass) => {
    await keepNote(pass, pass.event.text)
    for (const side of pass.event.tracks) {
      const letter = await letterOf(pass, side)
      await reissue(pass, letter, { ...textsOf(pass, letter), task: pass.event.text }, letter.unit_id)
    }
  },
}

async function letterOf(pass: Act, side: Track): Promise<LetterRow> {
  const letter = (await listLettersInForce(pass.tx, pass.row.id)).find((each) => each.track === side)
  if (!letter) throw new Error(`no letter in force on ${side}`)
  return letter
}

const textsOf = (pass: Act, letter: LetterRow): LetterTexts => {
  const open = (column: 'task' | 'quality' | 'feedback_standard') =>
    openText(pass.key, { table: 'letter', column, row: letter.id }, letter[column])
  return { task: open('task'), quality: open('quality'), feedbackStandard: open('feedback_standard') }
}

/** A fresh letter on the same track, with its own number and its own clock. */
const reissue = (pass: Act, old: LetterRow, texts: LetterTexts, unit: string) =>
  issueLetter(pass, {
    track: old.track,
    unit,
    brief: old.brief_id,
    lead: old.lead ? old.track : old.track === 'territory' ? 'department' : 'territory',
    texts,
  })

async function ruleExtension(pass: Act, side: Track, granted: boolean, grounds: string | undefined) {
  const asked = await findOpenExtension(pass.tx, (await letterOf(pass, side)).id)
  if (!asked) throw new Error('no request for time to rule on')
  const ruling_grounds = grounds ? sealIn(pass, 'extension', 'ruling_grounds', asked.id, grounds) : null
  await markExtensionRuled(pass.tx, asked.id, { granted, ruled_by: officer(pass), ruling_grounds })
  return { days: asked.days, grounds: asked.grounds, place: { table: 'extension', column: 'grounds', row: asked.id } }
}
