import { problem } from '#app/http/problem.ts'
import { forAnyone } from '#app/session/who-may.server.ts'
import { readSampleList } from '#workflows/reading/look-back-samples.ts'

/** Every lot of a quarter that is over, as plain text that can be checked line by line: `/look-backs/2027Q1.txt`. */
export const loader = forAnyone(async ({ house, params }) => {
  const list = await readSampleList(house, params.file?.replace(/\.txt$/, '') ?? '')
  if (!list) throw problem('404')
  const { quarter, share, commitment, seed, lots } = list
  const lines = [
    `quarter ${quarter}`,
    `share ${share}/100`,
    `seed-sha256 ${commitment}`,
    `seed ${seed}`,
    'drawn: first 8 hex digits of sha256("<seed>:<lot>") * 100 < share * 2^32',
    ...lots.map(({ lot, drawn }) => `${lot} ${drawn ? 'drawn' : 'not'}`),
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
})
