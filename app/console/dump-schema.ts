import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, disconnect } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { describeSchema } from '#db/schema-dump.ts'

/** Writes db/schema.sql from an empty database that was just migrated. */
const folder = mkdtempSync(join(tmpdir(), 'huiyin-schema-'))
chmodSync(folder, 0o711)
const server = await startEmbedded(folder)
await migrate(server.url, { app: 'never used', vault: 'never used' })
const db = connect<unknown>(server.url, { max: 1 })
writeFileSync('db/schema.sql', await describeSchema(db))
await disconnect(db)
await server.stop()
rmSync(folder, { recursive: true })
console.log('db/schema.sql written')
