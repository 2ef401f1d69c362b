import { randomBytes } from 'node:crypto'
import { fileName } from '#workflows/channels/file-name.ts'
import { type IncomingFile, type Report, REPORT_LIMITS } from '#workflows/channels/report.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { openSubmission } from '#workflows/protection/submission.ts'
import { kindApart } from './kind-apart.ts'
import { type HumanCheck, verifyHuman } from './human-check.ts'

/** A form as it was posted. `broken`: it ended early, and what came before is here. */
export type PostedForm = {
  fields: URLSearchParams
  files: IncomingFile[]
  problems: readonly { file: string; problem: 'tooLarge' | 'tooMany' | 'tooMuch' | 'busy' }[]
  /** names of files without anything in them */
  empty: readonly string[]
  broken: boolean
}
export const TEXT_FIELDS = ['text', 'place', 'unit', 'happened', 'contact'] as const
export type TextField = (typeof TEXT_FIELDS)[number]
export type Typed = Record<TextField, string> & { noDispatch: boolean }

/** What stands in the way of a report. `file` is the name of the file it is about. */
export type Fault =
  | { field: TextField; problem: 'missing' | 'tooLong'; length: number; most: number }
  | { field: 'files'; problem: 'tooLarge' | 'tooMany' | 'tooMuch' | 'wrongType' | 'busy' | 'empty'; file: string }
  | { field: 'text'; problem: 'broken' | 'expired' }
  | { field: 'human'; problem: 'failed' }

/** `typed` goes back into the form, whatever happens. Files cannot: they have to be chosen again. */
export type ReadForm = { typed: Typed } & ({ report: Report; faults: [] } | { report: null; faults: Fault[] })

type Desk = Pick<House, 'keys' | 'clock' | 'settings'>

/** Reads what the report page sent into the normal report, or says what is wrong with it, field by field. */
export async function readReportForm(desk: Desk, form: PostedForm): Promise<ReadForm> {
  const typed = typedReport(form.fields)
  const submission = submissionOf(desk, form.fields.get('submission'))
  const files = await Promise.all(form.files.map(async (file) => ({ ...file, type: await kindApart(file) })))
  const faults = [
    ...(form.broken ? [{ field: 'text', problem: 'broken' } as const] : textFaults(typed)),
    ...form.problems.map(({ file, problem }) => ({ field: 'files', problem, file: fileName(file) }) as const),
    ...files
      .filter(({ type }) => type === null || type === 'busy')
      .map(
        ({ name, type }) =>
          ({ field: 'files', problem: type === 'busy' ? 'busy' : 'wrongType', file: fileName(name) }) as const,
      ),
    ...form.empty.map((file) => ({ field: 'files', problem: 'empty', file: fileName(file) }) as const),
    ...(submission ? [] : [{ field: 'text', problem: 'expired' } as const]),
  ]
  if (faults.length > 0 || !submission) return { typed, report: null, faults }
  const human = await humanOf(desk, form.fields.get('human'))
  if (human.lane === 'failed') return { typed, report: null, faults: [{ field: 'human', problem: 'failed' }] }
  const report: Report = {
    channel: 'web',
    submission,
    ...typed,
    files: files.map(({ type, ...file }) => ({ ...file, type: type ?? '' })),
    lane: human.lane,
    ...(human.used && human.expires ? { challenge: { digest: human.used, expires: human.expires } } : {}),
  }
  return { typed, report, faults: [] }
}

/** What was typed and ticked, in the one normal form. */
export function typedReport(fields: URLSearchParams): Typed {
  const said = (name: TextField) => normalText(fields.get(name) ?? '')
  return {
    text: said('text'),
    place: said('place'),
    unit: said('unit'),
    happened: said('happened'),
    contact: said('contact'),
    noDispatch: Boolean(fields.get('noDispatch')),
  }
}

function textFaults(typed: Typed): Fault[] {
  return TEXT_FIELDS.flatMap((field): Fault[] => {
    const { length } = typed[field].trim()
    const most = REPORT_LIMITS[field]
    if (field === 'text' && length === 0) return [{ field, problem: 'missing', length, most }]
    return length > most ? [{ field, problem: 'tooLong', length, most }] : []
  })
}

/** The form's own random bits. A form without any is a report all the same: it only cannot be known again if sent twice. */
function submissionOf({ keys, clock }: Desk, token: string | null): Buffer | null {
  return token ? openSubmission(keys, token, clock.wall()) : randomBytes(16)
}

const humanOf = ({ settings, keys, clock }: Desk, answer: string | null): Promise<HumanCheck> =>
  verifyHuman({ settings, keys, answer: answer || null, now: clock.wall() })
