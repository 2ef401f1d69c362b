import sodium from 'sodium-native'
import type { Database } from '#db/transaction.ts'
import type { Town } from '#tests/world/town.ts'
import { sql } from 'kysely'
import { openBytes, openText } from '#workflows/protection/cipher.ts'
import { chunkPlace } from '#workflows/protection/chunk-place.ts'
import { rowPlace } from '#workflows/imports/stored-call.ts'
import { caseKey } from '#workflows/engine/case-key.ts'

const SEALED = {
  report: ['body', 'place', 'unit', 'happened', 'folded'],
  message: ['body'],
  note: ['body'],
  brief: ['body'],
  rating: ['body'],
  hotline_call: ['order_number'],
  file: ['name'],
  typical_case: ['title', 'body'],
  typical_case_revision: ['title', 'body'],
} as const
const pair = {
  publicKey: Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES),
  secret: Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES),
}
sodium.crypto_box_keypair(pair.publicKey, pair.secret)

/** Contacts are sealed to a pair of which the test has both halves. */
export function withOwnVault({ keys }: Town): void {
  if (!keys.vault) throw new Error('a town without a vault keeps no contact')
  Object.assign(keys.vault, { publicKey: pair.publicKey })
}

/** All that anybody could ever read of what people said, out of every table that holds words, opened. */
export async function everyWordOf(town: Town, owner: Database): Promise<string> {
  const words: string[] = []
  const key = (id: string) => caseKey(town.db, town.keys, id)
  for (const [table, columns] of Object.entries(SEALED)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.id(table)}`.execute(town.db)
    for (const row of rows) {
      const id = String(row.id ?? row.report_id)
      const report = table === 'hotline_call' ? await reportOf(town, id) : null
      const subject = String(report?.case_id ?? row.typical_case_id ?? row.case_id ?? row.id)
      for (const column of columns)
        if (Buffer.isBuffer(row[column]))
          words.push(openText(await key(subject), { table, column, row: id }, row[column] as Buffer))
    }
  }
  for (const { subject_id, seq, payload } of await town.db.selectFrom('journal').selectAll().execute())
    if (payload)
      words.push(
        openText(await key(subject_id), { table: 'journal', column: 'payload', row: `${subject_id}:${seq}` }, payload),
      )
  for (const { import_id, position, sealed } of await town.db.selectFrom('hotline_import_row').selectAll().execute())
    if (sealed) words.push(openText(await key(import_id), rowPlace(import_id, position), sealed))
  const chunks = await town.db
    .selectFrom('file_chunk')
    .innerJoin('file', 'file.id', 'file_chunk.file_id')
    .select(['file_id', 'position', 'bytes', 'case_id', 'chunks'])
    .execute()
  for (const { file_id, position, bytes, case_id, chunks: all } of chunks)
    words.push(String(openBytes(await key(case_id), chunkPlace(file_id, position, position === all - 1), bytes)))
  return [...words, ...(await contactsOf(owner))].join('\n')
}

const reportOf = ({ db }: Town, id: string) =>
  db.selectFrom('report').select('case_id').where('id', '=', id).executeTakeFirst()

/** Only the owner of the database reads there. */
async function contactsOf(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from vault.sealed_contact`.execute(owner)
  return rows.map(({ sealed }) => {
    const content = Buffer.alloc(sealed.length - sodium.crypto_box_SEALBYTES)
    return sodium.crypto_box_seal_open(content, sealed, pair.publicKey, pair.secret) ? String(content) : ''
  })
}
