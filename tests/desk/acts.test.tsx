import { describe, expect, test } from 'vitest'
import { ACT_FIELDS, type ActField, type DeskAct } from '#app/desk/acts/act-fields.ts'
import { eventFrom } from '#app/desk/acts/event-from.ts'
import { caseEvent } from '#workflows/case/events.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import type { TypedNames } from '#workflows/reading/typed-names.ts'
import { drawnAct, inputsIn, OTHER_UNIT, UNIT } from './drawn-act.tsx'

const ACTS = Object.keys(ACT_FIELDS) as DeskAct[]
const trackOf = (act: DeskAct) => ('track' in CASE_VARIANTS[act][0]! ? ('territory' as const) : null)

/** Units and people of the drawn page. */
const NAMES: TypedNames = {
  unit: (typed) => ({ 望川县: UNIT, 市民政局: OTHER_UNIT })[typed] ?? typed,
  people: (text) => (text.includes('@宋洁') ? [UNIT] : text.includes('@') ? ['王二'] : []),
}

/** What an officer would enter in a field. */
function entered({ name, as }: ActField): string {
  if (as === 'yesNo') return 'yes'
  if (as === 'text') return '写清楚的一段话'
  if (as === 'kind') return 'B31'
  if (as === 'tracks') return 'territory'
  if (as === 'choice' || as === 'day') return ''
  if (as === 'unit' || as === 'units') return name === 'department' ? '市民政局' : '望川县'
  return UNIT
}

/** Fills the drawn form as a browser would send it: hidden fields as they are, the first of each choice. */
async function sent(act: DeskAct): Promise<FormData> {
  const form = new FormData()
  const fields = new Map(ACT_FIELDS[act].map((field) => [field.name, field]))
  for (const { name, hidden, value } of inputsIn(await drawnAct({ type: act, track: trackOf(act) }))) {
    const field = fields.get(name)
    if (hidden) form.set(name, value ?? '')
    else if (field && !form.has(name)) form.set(name, entered(field) || (value ?? ''))
  }
  return form
}

describe.each(ACTS)('the form of %s', (act) => {
  test('asks for everything the act needs and nothing the act does not know', async () => {
    const parsed = caseEvent.safeParse(eventFrom(await sent(act), NAMES))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(parsed.data?.type).toBe(act)
  })
  test('keeps what was typed and says beside the field what is wrong', async () => {
    const texts = ACT_FIELDS[act].filter(({ as }) => as === 'text')
    const typed = Object.fromEntries(texts.map(({ name }) => [name, [`已经写的 ${name}`]]))
    const issues = texts.map(({ name }) => ({ field: name, problem: 'tooLong' as const }))
    const markup = await drawnAct({ type: act, track: trackOf(act), typed, issues })
    for (const { name } of texts) expect(markup).toContain(`已经写的 ${name}`)
    expect(markup.match(/太长了/g)?.length ?? 0).toBe(texts.length * 2)
  })
  test('is complete in English', async () => {
    expect(await drawnAct({ type: act, track: trackOf(act), locale: 'en' })).not.toMatch(/\b(acts|case):/)
  })
})

test('an act that is not done at the desk is no event', () => {
  const form = new FormData()
  form.set('act', 'xstate.done.state.case.life.rectifying')
  expect(eventFrom(form, NAMES)).toEqual({ type: '' })
  form.set('act', 'rate')
  expect(eventFrom(form, NAMES)).toEqual({ type: '' })
})
test('a field the act does not have is not taken along', () => {
  const form = new FormData()
  form.set('act', 'accept')
  form.set('facts', 'isProposer')
  expect(eventFrom(form, NAMES)).toEqual({ type: 'accept' })
})
test('a colleague is named in the words of a note, and a unit by what it is called', () => {
  const note = new FormData()
  note.set('act', 'note')
  note.set('text', '请@宋洁看一下')
  expect(caseEvent.parse(eventFrom(note, NAMES))).toMatchObject({ type: 'note', mentions: [UNIT] })
  const accused = new FormData()
  accused.set('act', 'nameAccused')
  for (const units of [OTHER_UNIT, '望川县、市民政局']) accused.append('units', units)
  expect(eventFrom(accused, { ...NAMES, unit: (typed) => (typed === OTHER_UNIT ? typed : NAMES.unit(typed)) })).toEqual(
    { type: 'nameAccused', units: [OTHER_UNIT, UNIT] },
  )
})
test('whoever is named and is not there is said beside the text, and the text is kept', async () => {
  const issues = [{ field: 'mentions.0', problem: 'wrong' as const }]
  const markup = await drawnAct({ type: 'note', track: null, typed: { text: ['请@王二看'] }, issues })
  expect(markup).toContain('请@王二看')
  expect(markup).toContain('@ 后面的人里，有的查不到')
})
test('a unit that nobody is called is said beside its field, as it was typed', async () => {
  const issues = [{ field: 'territory', problem: 'wrong' as const }]
  const typed = { territory: ['望川'], department: ['市民政局'] }
  const markup = await drawnAct({ type: 'writeBrief', track: null, typed, issues })
  expect(markup).toMatch(/name="territory"[^>]*value="望川"|value="望川"[^>]*name="territory"/)
  expect(markup).toContain('没有叫这个名字的单位')
})
