import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { caseEvent } from '#workflows/case/events.ts'
import { CASE_TEXTS } from '#workflows/case/written-texts.ts'
import { typicalCaseEvent } from '#workflows/typical-case/events.ts'
import { TYPICAL_CASE_TEXTS } from '#workflows/typical-case/written-texts.ts'

/** The paths of a schema at which anything can be written: an id, a day, a closed word or a code is not. */
function textsOf(schema: unknown, path: readonly string[] = []): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return textsOf(schema.unwrap(), path)
  if (schema instanceof z.ZodPipe) return textsOf(schema.in, path)
  if (schema instanceof z.ZodArray) return textsOf(schema.element, path)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => textsOf(inner, [...path, name]))
  return schema instanceof z.ZodString && schema.format === null ? [path.join('.')] : []
}

/** Its parts are parts of the texts beside it. */
const isSettled = (path: string) => path.startsWith('settled')

const EVENTS = [
  ['a case', caseEvent.options, CASE_TEXTS],
  ['a typical case', typicalCaseEvent.options, TYPICAL_CASE_TEXTS],
] as const

describe.each(EVENTS)('the acts on %s', (_, options, catalogue) => {
  const read: Record<string, Readonly<Record<string, string>> | undefined> = catalogue
  const acts = options.map((option) => {
    const { type } = option.shape
    const name = String(type.value)
    return { name, option, said: read[name] ?? {} }
  })

  test('of every text that an act carries it is said who reads it, and of nothing else', () => {
    for (const { name, option, said } of acts)
      expect([
        name,
        textsOf(option)
          .filter((path) => !isSettled(path))
          .sort(),
      ]).toEqual([name, Object.keys(said).sort()])
    expect(Object.keys(read).filter((name) => !acts.some((act) => act.name === name))).toEqual([])
  })

  test('whatever leaves the office can be settled, and nothing else is', () => {
    for (const { name, option, said } of acts)
      expect([name, 'settled' in option.shape]).toEqual([name, Object.values(said).includes('out')])
  })

  test('an act whose text was put nowhere would be found', () => {
    const planted = z.strictObject({ type: z.literal('planted'), to: z.uuid(), words: z.string().trim().min(1).max(9) })
    expect(textsOf(planted)).toEqual(['words'])
    expect(textsOf(z.strictObject({ more: z.array(z.strictObject({ a: z.string().optional() })) }))).toEqual(['more.a'])
  })
})
