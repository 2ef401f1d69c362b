import type { CaseFile } from '#db/read/case-file.ts'
import { listUsableTemplates, type TemplateRow } from '#db/read/templates.ts'
import type { UnitRow } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import type { CaseEventType } from '#workflows/case/events.ts'
import { type Finding, type Track, TRACKS } from '#workflows/case/names.ts'
import type { Day } from '#workflows/clock.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { PossibleAct } from '#workflows/engine/may.ts'
import type { House } from '#workflows/house.ts'
import { bestFirst } from '#workflows/templates/best-first.ts'
import { fill } from '#workflows/templates/blanks.ts'
import { BRINGS_OUTCOME, letterOutcome, type Parts, type Purpose } from '#workflows/templates/purposes.ts'
import { storedParts } from '#workflows/templates/stored-parts.ts'
import type { CaseLetter } from './case-tracks.ts'
import { type Known, valuesFor } from './case-values.ts'

/** A template as it reads on this case: blanks filled, what could not be filled left as a gap. */
export type FilledTemplate = {
  id: string
  purpose: Purpose
  title: string
  /** for letters, the side it is written to */
  track: Track | null
  /** the reason or the ground it brings along */
  brings: string | null
  parts: Parts
}

/** The acts that write to somebody outside the office, and what is written with each. */
const WRITES: { readonly [act in CaseEventType]?: Purpose } = {
  proposeRefusal: 'refusal',
  askForMore: 'question',
  issueLetters: 'letter',
  amendLetter: 'letter',
  draftReply: 'reply',
  proposeNoReply: 'noReply',
}

type Work = {
  acts: readonly PossibleAct[]
  units: readonly UnitRow[]
  briefs: readonly { territory: string | null; department: string | null }[]
  letters: readonly CaseLetter[]
  finding: Finding | null
  today: Day
}

/** What the open acts may begin with, the best for each first. Nothing is read where no open act writes to anybody. */
export async function readCaseTemplates(
  house: House,
  db: Database,
  file: CaseFile,
  work: Work,
): Promise<FilledTemplate[]> {
  const purposes = [...new Set(work.acts.flatMap(({ type }) => WRITES[type] ?? []))]
  if (purposes.length === 0) return []
  const rows = await listUsableTemplates(db, purposes, file.kind)
  const known = await knownOf(house, db, file, work)
  return purposes.flatMap((purpose) => {
    const ofPurpose = rows.filter((row) => row.purpose === purpose)
    return sidesOf(purpose).flatMap((track) =>
      bestFirst(ofPurpose, { kind: file.kind, outcomes: outcomesOf(purpose, track, known) }).map((row) =>
        filled(row, track, known),
      ),
    )
  })
}

const sidesOf = (purpose: Purpose): readonly (Track | null)[] => (purpose === 'letter' ? TRACKS : [null])

/** What the case asks for, the closest first; null where the officer chooses with the template. */
function outcomesOf(purpose: Purpose, track: Track | null, { complexity, finding }: Known): string[] | null {
  if (BRINGS_OUTCOME[purpose]) return null
  if (track) return [letterOutcome(track, complexity ?? 'standard'), letterOutcome(track)]
  return purpose === 'reply' && finding ? [finding] : []
}

function filled(row: TemplateRow, track: Track | null, known: Known): FilledTemplate {
  const { id, purpose, title, outcome } = row
  const values = valuesFor(known, purpose, track, outcome)
  const parts = Object.entries(storedParts(purpose, row.parts)).map(([part, text]) => [part, fill(text, values)])
  return {
    id,
    purpose,
    title,
    track,
    brings: BRINGS_OUTCOME[purpose] ? outcome : null,
    parts: Object.fromEntries(parts),
  }
}

async function knownOf(
  house: House,
  db: Database,
  file: CaseFile,
  { units, briefs, letters, finding, today }: Work,
): Promise<Known> {
  const { kinds, calendar, lengths } = await knownRules(house, { db })
  const nameOf = (id: string | null | undefined) => units.find((unit) => unit.id === id)?.name ?? null
  const inForce = (track: Track) => letters.find((letter) => letter.track === track && !letter.superseded)
  const [brief] = briefs
  const bySide = <Value>(of: (track: Track) => Value) => ({ territory: of('territory'), department: of('department') })
  return {
    kind: kinds.find(({ code }) => code === file.kind) ?? null,
    complexity: file.complexity,
    place: nameOf(file.place_unit),
    office: units.find(({ kind, level }) => kind === 'office' && level === 'city')?.name ?? null,
    finding,
    units: bySide((track) => inForce(track)?.unit.name ?? nameOf(brief?.[track])),
    results: bySide((track) => inForce(track)?.results.findLast(({ returned }) => returned === null) ?? null),
    today,
    calendar,
    lengths,
  }
}
