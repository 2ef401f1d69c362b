import { randomBytes } from 'node:crypto'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { newChallenge } from '#workflows/channels/web/proof-of-work.ts'
import type { House } from '#workflows/house.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import type { Shot } from './load.ts'

/** The server checks a proof alike however many tries it took; a person's browser makes 500. */
const TRIES = { least: 1, most: 2 }
const MEGABYTE = 1024 * 1024

const SENTENCE =
  '每周五下午都要把同一份清单按三个口径报三次，县里一份、镇里一份、专班一份，表头不一样，数字是一样的，村里两个人要填到晚上。'
/** 250 characters, no two alike: the random ones are in the middle of them. */
const text = () => `${SENTENCE.repeat(5).slice(0, 225)}编号${randomBytes(12).toString('hex').slice(0, 23)}`

/** So many reports as the page would send them, each with its own form, its own solved challenge. `photo`: with 1 MB. */
export async function reports({ keys, clock }: House, count: number, { photo = false } = {}): Promise<Shot[]> {
  const shots: Shot[] = []
  while (shots.length < count) {
    const now = clock.wall()
    const challenge = await newChallenge(keys, now, TRIES)
    const solution = await solveChallenge({ challenge, deriveKey })
    if (!solution) throw new Error('a challenge could not be solved')
    const { counter, derivedKey } = solution
    const human = Buffer.from(JSON.stringify({ challenge, solution: { counter, derivedKey } })).toString('base64')
    shots.push(multipart({ submission: issueSubmission(keys, now), text: text(), human }, photo ? aPhoto() : null))
  }
  return shots
}

/** Bytes that begin as a JPEG does; nobody looks further. */
const aPhoto = () => Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), noise])
const noise = randomBytes(MEGABYTE - 20)

function multipart(fields: Record<string, string>, photo: Buffer | null): Shot {
  const boundary = `----bench${randomBytes(8).toString('hex')}`
  const part = (disposition: string, body: Buffer) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    body,
    Buffer.from('\r\n'),
  ]
  const file = `name="files"; filename="photo.jpg"\r\nContent-Type: image/jpeg`
  const body = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    ...(photo ? part(file, photo) : []),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const headers = {
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Content-Length': body.length,
    'Sec-Fetch-Site': 'same-origin',
  }
  return { path: '/report', headers, body }
}
