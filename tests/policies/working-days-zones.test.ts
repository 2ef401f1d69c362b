import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { addWorkingDays, isWorkingDay } from '#workflows/deadlines/working-days.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const question = `
  import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
  import { addWorkingDays, isWorkingDay } from '#workflows/deadlines/working-days.ts'
  const calendar = calendarOfSeed()
  console.log(JSON.stringify([
    addWorkingDays(calendar, '2026-09-29', 15), isWorkingDay(calendar, '2026-10-10'), [...calendar.days],
  ]))`

test.each(['America/New_York', 'UTC', 'Asia/Shanghai'])(
  'a server in %s counts the same days',
  (zone) => {
    const answer = execFileSync('env', [`TZ=${zone}`, 'npx', 'tsx', '--input-type=module', '-e', question], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const calendar = calendarOfSeed()
    expect(JSON.parse(answer)).toEqual([
      addWorkingDays(calendar, '2026-09-29', 15),
      isWorkingDay(calendar, '2026-10-10'),
      [...calendar.days],
    ])
  },
  30_000,
)
