import { existsSync } from 'node:fs'
import type { House } from '#workflows/house.ts'
import { createLog } from '#workflows/log.ts'
import { readSettings } from '#workflows/settings.ts'
import { openHouse } from './open-house.ts'

/** Done nothing, for a reason that is said: exit code 1. */
export class Refusal extends Error {
  override name = 'Refusal'
}
/** Not how the command is called; the message says how: exit code 2. */
export class WrongWords extends Error {
  override name = 'WrongWords'
}

/** Says one thing: `facts` as a line of JSON where that was asked for, `plain` for people otherwise. */
export type Say = (facts: Record<string, unknown>, plain: string) => void

/** A command of `npm run huiyin`. `usage`: its words after its name. */
export type Command = { usage: string; run(words: readonly string[], say: Say): Promise<void> | void }

/** Runs `work` in the house of this machine, beside the process that may be serving it. `postbox`: it takes mail in. */
export async function visit<Result>(
  work: (house: House, ownerUrl: string) => Promise<Result>,
  { postbox = false } = {},
): Promise<Result> {
  const settings = readSettings()
  if (settings.sampleTown && !existsSync(settings.keysFile))
    throw new Refusal(`There is no town in ${settings.dataDir} yet: npm start makes one.`)
  const opened = await openHouse(settings, { as: 'visit', say: (line) => console.error(line), postbox })
  try {
    // standard output is the command's answer
    return await work({ ...opened.house, log: createLog(settings.logLevel, 'stderr') }, opened.ownerUrl)
  } finally {
    await opened.close()
  }
}
