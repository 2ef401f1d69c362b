import { randomUUID } from 'node:crypto'
import { insertLetter, markLetterSuperseded } from '#db/write/letters.ts'
import { lockLetterSerials } from '#db/write/office.ts'
import type { Track } from '#workflows/case/names.ts'
import { letterTrace } from '#workflows/engine/wrote.ts'
import { officer, type Act, sealIn } from './pass.ts'

export type LetterTexts = { task: string; quality: string; feedbackStandard: string }
type Draft = { track: Track; unit: string; brief: string; lead: Track; texts: LetterTexts }

/** 云减负交办〔2026〕17号: as officials file them, in the order of issue within a year. */
const letterNumber = (year: number, serial: number) => `云减负交办〔${year}〕${serial}号`

/** Writes one of the two letters and takes the earlier letter of the same track out of force. */
export async function issueLetter(pass: Act, draft: Draft): Promise<void> {
  const { tx, row, today } = pass
  const id = randomUUID()
  const year = Number(today.slice(0, 4))
  const serial = (await lockLetterSerials(tx, year)) + 1
  await markLetterSuperseded(tx, row.id, draft.track)
  const letter = {
    id,
    case_id: row.id,
    brief_id: draft.brief,
    track: draft.track,
    unit_id: draft.unit,
    number: letterNumber(year, serial),
    year,
    serial,
    lead: draft.lead === draft.track,
    complexity: row.complexity ?? 'standard',
    task: sealIn(pass, 'letter', 'task', id, draft.texts.task),
    quality: sealIn(pass, 'letter', 'quality', id, draft.texts.quality),
    feedback_standard: sealIn(pass, 'letter', 'feedback_standard', id, draft.texts.feedbackStandard),
    issued_by: officer(pass),
    issued_on: today,
  }
  await insertLetter(tx, letter)
  pass.letters.push(letterTrace(letter))
}
