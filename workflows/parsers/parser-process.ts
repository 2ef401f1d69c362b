/**
 * The process in which everything from outside is read: whatever a file does to it, it does to nothing else. It knows
 * no key and no database. See `parse-apart.ts`.
 */
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { type Ask, PARSERS } from './catalogue.ts'
import type { ToParent, ToParser } from './messages.ts'

/** Pages go first: what is read here waits while the machine is busy. */
const LOW_PRIORITY = 5

const say = (message: ToParent) => process.send?.(message)
const ask: Ask = async (question) => {
  say({ question })
  const [heard] = (await once(process, 'message')) as [ToParser]
  return 'answer' in heard ? heard.answer : null
}

async function readAll(jobs: Extract<ToParser, { jobs: unknown }>['jobs']): Promise<unknown[]> {
  const read: unknown[] = []
  for (const { parser, input } of jobs) {
    const parse = PARSERS[parser] as (input: unknown, ask: Ask) => unknown
    read.push(await parse(input, ask))
  }
  return read
}

setPriority(LOW_PRIORITY)
process.on('message', (heard: ToParser) => {
  if ('jobs' in heard) void readAll(heard.jobs).then((read) => say({ read }))
})
process.on('disconnect', () => process.exit())
say({ ready: true })
