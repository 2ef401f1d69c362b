import { findAnyDataKey, findAnyPostbox, listKeyChecks } from '#db/read/key-checks.ts'
import type { Database } from '#db/transaction.ts'
import { insertKeyChecks } from '#db/write/key-checks.ts'
import type { House } from '#workflows/house.ts'
import { CipherError, unwrapDataKey } from '#workflows/protection/cipher.ts'
import { firstUnproved, type KeyCheck, namedKeys, sealCheck } from '#workflows/protection/key-check.ts'
import { openPostbox } from '#workflows/protection/postbox.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'

type Holding = Pick<House, 'keys' | 'postbox'>

/**
 * Proves that these keys are those of this database, by what was sealed under each; where nothing was yet, by what is
 * stored. Throws KeyFileError, the one line for the operator. Reads only, also where nothing is migrated yet.
 */
export async function proveKeys(db: Database, holding: Holding): Promise<void> {
  const checks = await listKeyChecks(db)
  proveBy(checks, holding)
  const proved = new Set(checks.map(({ name }) => name))
  const dataKey = proved.has('master:1') ? undefined : await findAnyDataKey(db)
  if (dataKey) orRefuse('master', () => unwrapDataKey(holding.keys, dataKey.id, dataKey.wrapped))
  const { postbox } = holding
  const sealed = proved.has('postbox') || !postbox ? undefined : await findAnyPostbox(db)
  if (postbox && sealed) orRefuse('postbox', () => openPostbox(postbox, sealed.sealed, sealed.report_id))
}

/** The same by checks that were read already: what a new connection shows before it is used. */
export function proveBy(checks: readonly KeyCheck[], { keys, postbox }: Holding): void {
  const unproved = firstUnproved(namedKeys(keys, postbox), checks)
  if (unproved) throw wrongKeys(unproved)
}

/** Seals a check under each key that has none: those of a new town, and what was added to the key file since. */
export async function sealKeyChecks(db: Database, { keys, postbox }: Holding): Promise<void> {
  const sealed = new Set((await listKeyChecks(db)).map(({ name }) => name))
  const fresh = [...namedKeys(keys, postbox)].filter(([name]) => !sealed.has(name))
  await insertKeyChecks(
    db,
    fresh.map(([name, key]) => sealCheck(name, key)),
  )
}

/** Whether a postbox key was ever proved with this database, or something is sealed to one. */
export const hasPostboxKey = async (db: Database): Promise<boolean> =>
  (await listKeyChecks(db)).some(({ name }) => name === 'postbox') || (await findAnyPostbox(db)) !== undefined

function orRefuse(name: string, open: () => unknown): void {
  try {
    open()
  } catch (error) {
    throw error instanceof CipherError ? wrongKeys(name) : error
  }
}

const wrongKeys = (name: string) =>
  new KeyFileError(
    `The key "${name}" is not the one of this database, and nothing is taken in with it: put the right key file back.`,
  )
