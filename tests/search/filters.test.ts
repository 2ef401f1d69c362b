import { describe, expect, test } from 'vitest'
import type { KindRow, UnitRow } from '#db/read/units.ts'
import { readFilters } from '#workflows/reading/search-filter.ts'

const unit = (id: string, code: string, territory_parent: string | null): UnitRow => ({
  id,
  code,
  name: code,
  kind: 'government',
  level: 'county',
  territory_parent,
  line_parent: null,
  line: null,
  aliases: [],
  closed_on: null,
  office_hours: null,
  revision: 1,
})
const units = [unit('city', '990300', null), unit('county', '990303', 'city'), unit('town', '99030301', 'county')]
const kinds: KindRow[] = [
  {
    code: 'B11',
    aspect: '',
    name_zh: '',
    name_en: '',
    mode: 'verifyFirst',
    complexity: 'easy',
    lines: [],
    basis_zh: '',
    basis_en: '',
    position: 1,
    retired: false,
    revision: 1,
  },
]
const read = (address: Record<string, string>) => readFilters(Object.entries(address), { kinds, units })
const ID = '1f87d006-58b0-4846-83b3-5a89f58398ff'

describe('the address of a search', () => {
  test('says what is looked for, by what, and from where on', () => {
    const address = {
      q: ' 打卡 ',
      kind: 'B11',
      state: 'triage',
      place: '990303',
      unit: '99030301',
      from: '2026-01-01',
      to: '2026-02-01',
      due: '2026-03-01',
      after: `2026-01-15,${ID}`,
    }
    expect(read(address)).toMatchObject({
      typed: '打卡',
      filter: {
        kind: 'B11',
        lives: ['triage.open', 'triage.refusalProposed'],
        places: ['county', 'town'],
        unit: 'town',
        from: '2026-01-01',
        to: '2026-02-01',
        dueBy: '2026-03-01',
      },
      after: { receivedOn: '2026-01-15', id: ID },
      misread: [],
    })
  })

  test('says what is written twice, and takes neither', () => {
    const address = [
      ['q', '填表'],
      ['kind', 'B11'],
      ['q', '会议'],
      ['state', 'triage'],
    ] as const
    expect(readFilters(address, { kinds, units })).toMatchObject({
      typed: '',
      taken: [
        { name: 'state', value: 'triage' },
        { name: 'kind', value: 'B11' },
      ],
      misread: [],
      twice: ['q'],
    })
  })

  test.each([
    ['kind', 'B77'],
    ['state', 'constructor'],
    ['place', ID],
    ['unit', "';drop table case_file"],
    ['from', '2026-02-30'],
    ['to', '2026-13-45'],
    ['due', 'tomorrow'],
    ['after', '2026-01-15'],
    ['after', `2026-99-15,${ID}`],
    ['after', '1000000'],
    ['page', '1000000'],
    ['q', '字'.repeat(101)],
  ])('%s=%s is not understood, is said so, and narrows nothing', (name, value) => {
    const { misread, filter, after, typed } = read({ [name]: value })
    expect({ misread, filter, after, typed }).toEqual({ misread: [name], filter: {}, after: null, typed: '' })
  })

  test('a last day before the first is not understood', () => {
    const { misread, filter } = read({ from: '2026-03-01', to: '2026-02-01' })
    expect({ misread, filter }).toEqual({ misread: ['to'], filter: { from: '2026-03-01' } })
  })

  test('fields that a form sends empty ask for nothing', () => {
    const { misread, filter, taken } = read({ q: '', kind: '', from: ' ' })
    expect({ misread, filter, taken }).toEqual({ misread: [], filter: {}, taken: [] })
  })
})
