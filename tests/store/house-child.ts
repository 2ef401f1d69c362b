import pg from 'pg'
import { startEmbedded } from '#db/embedded.ts'

/**
 * A house in a process of its own, to be killed by a test: `write` prints the number of every row once it is
 * committed, without end; `count` prints how many there are and leaves in order; `wait` stays.
 */
const [folder = '', task = ''] = process.argv.slice(2)
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const { url, attached, recovered, stop } = await startEmbedded(folder)
const client = new pg.Client(url)
await client.connect()
await client.query('create table if not exists acknowledged (number integer primary key)')
tell({ attached, recovered, uid: process.getuid?.() })
for (let number = 1; task === 'write'; number += 1) {
  await client.query('insert into acknowledged values ($1)', [number])
  tell({ number })
}
if (task === 'count') {
  const { rows } = await client.query('select number from acknowledged order by number')
  tell({ numbers: rows.map(({ number }) => number) })
  await client.end()
  await stop()
}
