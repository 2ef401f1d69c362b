import { fork } from 'node:child_process'
import { SECOND } from '#workflows/clock.ts'
import { turns } from '#workflows/protection/turns.ts'
import type { FileRead, Remembered } from './calls-in-file.ts'

/** From the root of the checkout, where every process of the house runs. */
const CHILD = 'workflows/channels/hotline/calls-child.ts'
const LIMITS = { seconds: 60, megabytes: 256 }
/** Two files are read at once, and no more. */
const inTurn = turns(2)

type Heard = { headings: string[] } | { read: FileRead }

/** Reads a file of calls in a process of its own, under limits of time and memory; one that breaks them is `tooLarge`. */
export const readCallsApart = (
  bytes: Buffer,
  name: string,
  remembered: Remembered,
  limits: { seconds: number; megabytes: number } = LIMITS,
): Promise<FileRead> => inTurn(() => readApart(bytes, name, remembered, limits))

function readApart(bytes: Buffer, name: string, remembered: Remembered, limits: typeof LIMITS): Promise<FileRead> {
  const child = fork(CHILD, {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // the reader knows nothing of the house: no key, no database
    env: { NODE_ENV: 'production' },
  })
  return new Promise<FileRead>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ problem: 'tooLarge' }), limits.seconds * SECOND)
    child.on('message', (heard) => {
      const said = heard as Heard
      if ('read' in said) resolve(said.read)
      else remembered(said.headings).then((meanings) => child.send(meanings ?? NOTHING), reject)
    })
    child.once('error', reject).once('exit', () => resolve({ problem: 'tooLarge' }))
    child.send({ bytes, name })
    child.once('exit', () => clearTimeout(timer))
  }).finally(() => child.kill('SIGKILL'))
}
/** A message must be something. */
const NOTHING = false
