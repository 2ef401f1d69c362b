/** The process in which files of calls are read: whatever a file does to it, it does to nothing else. See `calls-apart.ts`. */
import { once } from 'node:events'
import { callsInFile } from './calls-in-file.ts'
import type { Meaning } from './columns.ts'

type Asked = { bytes: Uint8Array; name: string }

const [{ bytes, name }] = (await once(process, 'message')) as [Asked]
const read = await callsInFile(Buffer.from(bytes), name, async (headings) => {
  process.send?.({ headings })
  const [meanings] = (await once(process, 'message')) as [Meaning[] | false]
  return meanings || null
})
process.send?.({ read })
process.once('disconnect', () => process.exit())
