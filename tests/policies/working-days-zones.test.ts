import { expect, test } from 'vitest'
import { runChild } from '#tests/world/child.ts'

/** What a server there makes of every day; New York changes its clocks on 8 March and 1 November 2026. */
const answerIn = (zone: string) => runChild('tests/policies/zones-child.ts', [], { zone }).next()

test('midnight, dates and office hours of Shanghai are the same days wherever the server stands', async () => {
  const town = await answerIn('Asia/Shanghai')
  expect(town).toMatchObject({ timeZone: 'Asia/Shanghai', wrong: 0 })
  for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London'])
    expect(await answerIn(zone)).toEqual({ ...town, timeZone: zone })
}, 60_000)
