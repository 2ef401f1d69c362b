import fc from 'fast-check'
import type { UnitNode } from '#workflows/assignment/answers.ts'

/** A unit of a made-up tree, named by its id. */
export const unit = (id: string, kind: UnitNode['kind'], level: UnitNode['level'], more: Partial<UnitNode> = {}) => ({
  id,
  code: id,
  name: id,
  kind,
  level,
  territory_parent: null,
  line_parent: null,
  line: null,
  aliases: [],
  closed_on: null,
  ...more,
})

const LINES = ['education', 'water', 'data', 'staffing']

/** A city with its office and discipline inspection, and any mix of departments, counties, townships; some closed. */
export const trees = fc
  .record({
    cityLines: fc.subarray(LINES),
    counties: fc.array(fc.record({ lines: fc.subarray(LINES), townships: fc.nat(2) }), { maxLength: 3 }),
    discipline: fc.boolean(),
    closed: fc.array(fc.nat(40), { maxLength: 4 }),
  })
  .map(({ cityLines, counties, discipline, closed }): UnitNode[] => {
    const tree: UnitNode[] = [
      unit('city', 'government', 'city'),
      unit('office', 'office', 'city', { territory_parent: 'city' }),
      ...(discipline
        ? [unit('discipline', 'discipline', 'city', { territory_parent: 'city', line: 'discipline' })]
        : []),
      ...cityLines.map((line) => unit(`city ${line}`, 'department', 'city', { territory_parent: 'city', line })),
      ...counties.flatMap(({ lines, townships }, at) => [
        unit(`county ${at}`, 'government', 'county', { territory_parent: 'city' }),
        ...lines.map((line) =>
          unit(`county ${at} ${line}`, 'department', 'county', {
            territory_parent: `county ${at}`,
            line_parent: cityLines.includes(line) ? `city ${line}` : null,
            line,
          }),
        ),
        ...Array.from({ length: townships }, (_, no) =>
          unit(`town ${at} ${no}`, 'government', 'township', { territory_parent: `county ${at}` }),
        ),
      ]),
    ]
    return tree.map((node, at) => (closed.includes(at) ? { ...node, closed_on: '2026-01-01' } : node))
  })
  .chain((units) =>
    fc.record({
      units: fc.constant(units),
      place: fc.option(fc.constantFrom(...units.map(({ id }) => id))),
      accused: fc.uniqueArray(fc.constantFrom(...units.map(({ id }) => id)), { maxLength: 4 }),
      kind: fc.record({ lines: fc.shuffledSubarray(LINES) }),
      noDispatch: fc.boolean(),
    }),
  )
