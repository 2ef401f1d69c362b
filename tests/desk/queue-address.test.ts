import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, listAddress, queueAddress, queueAsked } from '#app/desk/queue-address.ts'
import { COMPLEXITIES } from '#workflows/case/names.ts'
import { addDays, isDay } from '#workflows/clock.ts'
import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import type { QueueFrom } from '#workflows/reading/desk-queue.ts'
import type { Narrowing } from '#workflows/reading/queue-filter.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const on = fc.constant(true)
const code = fc.stringMatching(/^[\w.-]{1,20}$/)
const narrowing: fc.Arbitrary<Narrowing> = fc
  .record(
    {
      kind: code,
      place: code,
      complexity: fc.constantFrom(...COMPLEXITIES),
      holder: code,
      due: fc.constantFrom('late' as const, 'week' as const),
      urgent: on,
      reprisal: on,
      slow: on,
      provisional: on,
      from: day,
      to: day,
    },
    { requiredKeys: [] },
  )
  .map(({ to, ...rest }) => (to && (!rest.from || to >= rest.from) ? { ...rest, to } : rest))
const from: fc.Arbitrary<QueueFrom> = fc.option(
  fc.record({
    place: fc.oneof(
      fc.record({
        order: fc.constant('due' as const),
        urgency: fc.integer({ min: 0, max: 2 }),
        due: fc.oneof(day, fc.constant('infinity')),
        id: fc.uuid(),
      }),
      fc.record({ order: fc.constant('newest' as const), received: day, id: fc.uuid() }),
    ),
    back: fc.boolean(),
  }),
)
const state = fc.option(fc.constantFrom('toSign' as const, 'all' as const, ...PHASE_NAMES))

const SITE = 'http://site.invalid'
const read = (address: string) => queueAsked(new URL(address, SITE).searchParams)

describe('the address of a queue', () => {
  it('says everything that was asked, and is understood as it was meant', () => {
    fc.assert(
      fc.property(state, narrowing, from, (named, narrow, place) => {
        const address = queueAddress(named, narrow, place)
        expect(read(address)).toEqual({ asked: { state: named, narrow, from: place }, misread: [] })
        expect(canonical(new URL(address, SITE), read(address).asked)).toBeNull()
      }),
    )
  })

  it('is one for one filter, in whatever order its parts were written and whatever was left empty', () => {
    fc.assert(
      fc.property(narrowing, fc.infiniteStream(fc.nat()), (narrow, luck) => {
        const parts = [...new URL(queueAddress('triage', narrow), SITE).searchParams, ['complexity', ''], ['from', '']]
        const mixed = parts
          .map((part) => ({ part, at: luck.next().value }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ part: [name = '', value = ''] }) => [name, value])
        const url = new URL(`${SITE}/desk?${new URLSearchParams(mixed)}`)
        const there = canonical(url, queueAsked(url.searchParams).asked) ?? url.pathname + url.search
        expect(new URL(there, SITE).href).toBe(new URL(queueAddress('triage', narrow), SITE).href)
      }),
    )
  })

  it('can be read by people', () => {
    expect(queueAddress('rectifying', { kind: 'B31', place: '990303', holder: 'me', due: 'late' })).toBe(
      '/desk?state=rectifying&kind=B31&place=990303&holder=me&due=late',
    )
  })

  it('made by hand never breaks the page: each part is used or named', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('state', 'kind', 'after', 'to')), fc.string())),
        (pairs) => {
          const search = new URLSearchParams(pairs)
          const { asked, misread } = queueAsked(search)
          const used = [...new URL(queueAddress(asked.state, asked.narrow, asked.from), SITE).searchParams.keys()]
          const quiet = ['lang', 'index', '_data', '_routes', 'done']
          for (const [name, value] of search)
            if (value !== '' && !quiet.includes(name))
              expect([...used, ...misread.map(({ part }) => part)]).toContain(name)
        },
      ),
    )
  })

  it.each([
    ['/desk?page=1000000', 'page', 'noSuchPart'],
    ['/desk?state=nowhere', 'state', 'wrong'],
    ['/desk?after=1000000', 'after', 'wrong'],
    ['/desk?after=9,2026-10-12,0b0b0b0b-0000-4000-8000-000000000000', 'after', 'wrong'],
    ['/desk?from=2026-02-30', 'from', 'wrong'],
    ['/desk?from=0000-01-01', 'from', 'wrong'],
    ['/desk?from=2026-10-12&to=2026-10-01', 'to', 'reversed'],
    ['/desk?kind=B31&kind=B32', 'kind', 'twice'],
    ['/desk?urgent=yes', 'urgent', 'wrong'],
    ["/desk?place=1'%20or%201=1", 'place', 'wrong'],
  ])('says which part of %s it did not understand', (address, part, why) => {
    expect(read(address).misread).toMatchObject([{ part, why }])
  })

  it('is kept under a name without the page one happened to be on, and nothing else of the site is', () => {
    expect(listAddress('/desk?kind=B31&state=triage&after=2,,0b0b0b0b-0000-4000-8000-000000000000')).toBe(
      '/desk?state=triage&kind=B31',
    )
    for (const address of ['//elsewhere.example/desk', 'https://elsewhere.example/desk', '/deskx', '/admin', ''])
      expect(listAddress(address)).toBeNull()
  })
})

describe('a day in an address', () => {
  it('is one that there is', () => {
    fc.assert(fc.property(day, (each) => isDay(each)))
    for (const none of ['2026-02-29', '2026-13-01', '2026-1-1', '20261012', '9999-99-99', ''])
      expect(isDay(none)).toBe(false)
  })
})
