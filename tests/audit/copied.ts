import pg from 'pg'
import { inject } from 'vitest'

/**
 * Keeps a copy of a database as a dump would. `putBack` puts the copy in the place of the database, whose connections end
 * and are opened anew by whoever needs one.
 */
export async function copyOf(databaseUrl: string): Promise<{ putBack(): Promise<void> }> {
  const name = new URL(databaseUrl).pathname.slice(1)
  const copy = `${name}_copy`
  await asAdministrator([...alone(name), `create database ${copy} template ${name} strategy file_copy`, open(name)])
  const rights = `grant connect on database ${name} to public`
  return {
    putBack: () =>
      asAdministrator([
        ...alone(name),
        `drop database ${name} with (force)`,
        `alter database ${copy} rename to ${name}`,
        rights,
      ]),
  }
}

const open = (name: string) => `alter database ${name} allow_connections true`
const alone = (name: string) => [
  `alter database ${name} allow_connections false`,
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
]

async function asAdministrator(statements: readonly string[]): Promise<void> {
  const client = new pg.Client(inject('testServer').ownerUrl)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Puts another database under this one's name, as a fail-over to the wrong server would; the other's own name is gone. */
export async function inPlaceOf(databaseUrl: string, otherUrl: string): Promise<void> {
  const [name, other] = [databaseUrl, otherUrl].map((url) => new URL(url).pathname.slice(1))
  if (!name || !other) throw new Error('no names')
  await asAdministrator([
    ...alone(name),
    ...alone(other),
    `drop database ${name} with (force)`,
    `alter database ${other} rename to ${name}`,
    open(name),
  ])
}
