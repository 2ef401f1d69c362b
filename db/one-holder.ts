import pg from 'pg'

/**
 * What only one process at a time may do: whoever holds the name does it, until `end` or until its connection is gone
 * (`lost`), when the server lets go of it. Null: another holds it. Rejects where the database does not answer.
 */
export async function holdAlone(
  ownerUrl: string,
  name: string,
): Promise<{ lost: Promise<void>; end(): Promise<void> } | null> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'huiyin worker' })
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [name])
  if (rows[0]?.held) return { lost, end: () => client.end() }
  await client.end()
  return null
}
