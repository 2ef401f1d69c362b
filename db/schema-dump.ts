import { type Kysely, sql } from 'kysely'
import { APP_LOGIN, VAULT_LOGIN } from './logins.ts'

const HEADER =
  '-- What the migrations and grants come to. Written by `npx tsx app/console/dump-schema.ts`; a test keeps it fresh.\n'

const SCHEMAS = ['engine', 'search', 'vault']

/** The schema of a migrated database as readable SQL: tables, indexes, functions, rights. The job queue's own is left out. */
export async function describeSchema(db: Kysely<unknown>): Promise<string> {
  const tables = await listTables(db)
  const parts = [HEADER]
  parts.push(SCHEMAS.map((schema) => `create schema ${schema};\n`).join(''))
  for (const table of tables) parts.push(describeTable(table))
  for (const { text } of await listFunctions(db)) parts.push(`${text.trim()};\n`)
  parts.push(`${(await listGrants(db)).map(({ text }) => `${text};`).join('\n')}\n`)
  return parts.join('\n')
}

type Table = { schema: string; name: string; unlogged: boolean; columns: string[]; rules: string[]; indexes: string[] }

const describeTable = ({ schema, name, unlogged, columns, rules, indexes }: Table) =>
  [
    `create ${unlogged ? 'unlogged ' : ''}table ${schema}.${name} (`,
    [...columns, ...rules].map((line) => `  ${line}`).join(',\n'),
    ');',
    ...indexes.map((index) => `${index};`),
    '',
  ].join('\n')

async function listTables(db: Kysely<unknown>): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname as schema, c.relname as name, c.relpersistence = 'u' as unlogged,
      (select array_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attgenerated = '' then coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
            else ' generated always as (' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\\s+', ' ', 'g') || ') stored'
            end order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype <> 'n' order by k.contype <> 'p', k.conname) as rules,
      array(select pg_get_indexdef(i.indexrelid) from pg_index i
        where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
        order by i.indexrelid::regclass::text) as indexes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${isOurs('n.nspname')} and c.relname not like 'kysely_migration%'
    order by n.nspname <> 'public', n.nspname, c.relname`.execute(db)
  return rows
}

async function listFunctions(db: Kysely<unknown>): Promise<{ text: string }[]> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${isOurs('n.nspname')} order by p.oid::regprocedure::text`.execute(db)
  return rows
}

/** Rights of the two logins, on tables, on single columns, on schemas and functions. */
async function listGrants(db: Kysely<unknown>): Promise<{ text: string }[]> {
  const { rows } = await sql<{ text: string }>`
    with acl(place, thing, items) as (
      select 1, 'schema ' || nspname, nspacl from pg_namespace where ${isOurs('nspname')}
      union all
      select 2, n.nspname || '.' || c.relname, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where ${isOurs('n.nspname')} and c.relkind in ('r', 'p', 'S')
      union all
      select 3, 'function ' || p.oid::regprocedure::text, p.proacl from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where ${isOurs('n.nspname')}
    ), granted(place, thing, login, word) as (
      select place, thing, r.rolname, lower(g.privilege_type)
        from acl, aclexplode(items) g join pg_roles r on r.oid = g.grantee
      union all
      select 2, n.nspname || '.' || c.relname, r.rolname,
          lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace,
          aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee
        where ${isOurs('n.nspname')} group by n.nspname, c.relname, r.rolname, g.privilege_type
    )
    select 'grant ' || string_agg(word, ', ' order by word) || ' on ' || thing || ' to ' || login as text
    from granted where login in (${APP_LOGIN}, ${VAULT_LOGIN})
    group by place, thing, login order by login, place, thing`.execute(db)
  return rows
}

const isOurs = (column: string) => sql`${sql.raw(column)} in (${sql.join(['public', ...SCHEMAS])})`
