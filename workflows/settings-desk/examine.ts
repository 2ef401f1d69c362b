import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { findLastInstant, findServerVersion } from '#db/read/health.ts'
import { countIndexed, countWaitingToBeIndexed } from '#db/read/case-index.ts'
import { listCalendarYears, listKinds } from '#db/read/units.ts'
import { dayOf, HOUR } from '#workflows/clock.ts'
import { proveKeys } from '#workflows/audit/key-checks.ts'
import type { House } from '#workflows/house.ts'
import { canReachMail } from '#workflows/notices/can-reach-mail.ts'
import { canReachSms, describedSms, faultOfSms } from '#workflows/notices/sms/look-at-sms.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { loadPostboxKey } from '#workflows/protection/postbox.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { checkpoints } from './examine-checkpoints.ts'
import { commitTimes } from './examine-commit-times.ts'
import { type Concern, readStanding } from '#workflows/reading/house-standing.ts'
import { rebuilding } from '#workflows/reading/rebuilding.ts'

import { examineServerLog } from './examine-server-log.ts'

/** What was looked at, whether the house can work with it as it is, and what there is to say. */
export type Finding = { check: string; ok: boolean; says: string }

/** Looks at everything the house stands on. Changes nothing. */
export async function examine(house: House): Promise<Finding[]> {
  return [
    await keysOf(house),
    await postboxKeyOf(house),
    await checkpoints(house),
    await database(house),
    await examineServerLog(house),
    await commitTimes(house),
    await mail(house),
    await sms(house),
    await clock(house),
    await disk(house),
    await calendar(house),
    await searchIndex(house),
    await people(house),
  ]
}

/** Readable by their owner alone. */
const KEYS_MODE = 0o600

async function keysOf({ keys, settings }: House): Promise<Finding> {
  const mode = await stat(settings.keysFile).then(
    (file) => file.mode & 0o777,
    () => KEYS_MODE,
  )
  if (mode !== KEYS_MODE)
    return { check: 'keys', ok: false, says: `the keys file has mode ${mode.toString(8)}, not 600` }
  const vault = vaultPublicKey(keys) ? 'with a vault' : 'without a vault: nobody can leave a contact'
  return { check: 'keys', ok: true, says: `master key version ${keys.master.current}, ${vault}` }
}

/** Looked at and not kept: no process but the worker holds it. */
async function postboxKeyOf({ db, keys, settings }: House): Promise<Finding> {
  const { postboxKeyFile, mailboxUrl, mailListen } = settings
  const needed = Boolean(mailboxUrl || mailListen)
  if (!needed && !existsSync(postboxKeyFile))
    return { check: 'postbox', ok: true, says: 'no postbox key, and no mail is taken in' }
  try {
    await proveKeys(db, { keys, postbox: loadPostboxKey(postboxKeyFile) })
    return { check: 'postbox', ok: true, says: 'its key opens what reporters by mail are told with' }
  } catch (error) {
    if (error instanceof KeyFileError) return { check: 'postbox', ok: false, says: error.message }
    throw error
  }
}

/** What would leave cases with nobody; the administrator's first page says the same. */
const SPOKEN: { readonly [about in Concern['about']]?: (concern: Concern) => string } = {
  noUnits: () => 'no units but the office',
  unitsWithoutPeople: ({ count }) => `${count} units get letters and have nobody to answer them`,
  rolesWithoutPeople: ({ roles = [] }) => `nobody is ${roles.join(', ')}`,
  heldByNobodyActive: ({ count }) => `${count} open cases are held by a closed account`,
  provisional: ({ count }) => `${count} dates are provisional`,
}

async function people(house: House): Promise<Finding> {
  const { concerns, people: active } = await readStanding(house)
  const says = concerns.flatMap((concern) => SPOKEN[concern.about]?.(concern) ?? [])
  const stranded = concerns.some(({ about }) => about === 'heldByNobodyActive')
  return { check: 'people', ok: !stranded, says: [`${active} active`, ...says].join('; ') }
}

async function database({ db }: House): Promise<Finding> {
  const kinds = await listKinds(db)
  const filled = kinds.length > 0 ? `${kinds.length} kinds of burden` : 'no kinds of burden yet'
  return { check: 'database', ok: true, says: `PostgreSQL ${await findServerVersion(db)}, ${filled}` }
}

async function mail({ settings }: House): Promise<Finding> {
  if (!settings.mail) return { check: 'mail', ok: true, says: 'no SMTP_URL: notices are shown, not sent' }
  const ok = await canReachMail(settings.mail)
  return { check: 'mail', ok, says: ok ? 'the mail server answers' : 'the mail server in SMTP_URL does not answer' }
}

/** No message is sent for it: a provider's templates are looked at by their form alone. */
async function sms({ settings }: House): Promise<Finding> {
  if (!settings.sms) return { check: 'sms', ok: true, says: 'no SMS_URL: nobody gets an SMS' }
  const fault = faultOfSms(settings.sms)
  if (fault) return { check: 'sms', ok: false, says: fault }
  const ok = await canReachSms(settings.sms)
  return { check: 'sms', ok, says: ok ? describedSms(settings.sms) : 'the gateway in SMS_URL does not answer' }
}

/** A clock that was set back would make acts older than those before them. */
async function clock({ db, clock, settings }: House): Promise<Finding> {
  const last = await findLastInstant(db)
  const town = clock.town()
  const ahead = Math.round((town.getTime() - clock.wall().getTime()) / HOUR)
  if (last && last > town)
    return { check: 'clock', ok: false, says: `the newest act is of ${dayOf(last)}, the clock says ${dayOf(town)}` }
  const moved = settings.demoClock && ahead !== 0 ? `, ${ahead} hours ahead of the world` : ''
  return { check: 'clock', ok: true, says: `${dayOf(town)} in Shanghai${moved}` }
}

const GIGABYTE = 1024 ** 3

async function disk({ settings }: House): Promise<Finding> {
  const { bavail, bsize } = await statfs(settings.dataDir).catch(() => statfs('.'))
  const free = (bavail * bsize) / GIGABYTE
  return { check: 'disk', ok: free >= 1, says: `${free.toFixed(1)} GB free` }
}

async function calendar({ db, clock }: House): Promise<Finding> {
  const years = (await listCalendarYears(db)).map(({ year }) => year).toSorted((a, b) => a - b)
  const now = Number(dayOf(clock.town()).slice(0, 4))
  const covered = years.includes(now)
  const next = years.includes(now + 1) ? '' : `; ${now + 1} is not published, its dates are provisional`
  const says = covered ? `${years[0]} to ${years.at(-1)}${next}` : `the working days of ${now} are not stored`
  return { check: 'calendar', ok: covered, says }
}

/** What came in a moment ago waits for the worker; what nobody is going to index is not found by anybody. */
async function searchIndex({ db }: House): Promise<Finding> {
  const { generation, complete } = await rebuilding(db)
  const { cases, missing, unreadable } = await countIndexed(db, generation)
  const lost = missing - (await countWaitingToBeIndexed(db))
  const says = `${cases - missing} of ${cases} cases are indexed`
  if (lost <= 0 && unreadable > 0)
    return { check: 'search', ok: false, says: `${says}; texts of ${unreadable} do not open with these keys` }
  if (lost <= 0) return { check: 'search', ok: true, says }
  const why = complete
    ? 'huiyin search rebuild finds the others again'
    : 'huiyin search rebuild was broken off: run it again'
  return { check: 'search', ok: false, says: `${says}; ${why}` }
}
