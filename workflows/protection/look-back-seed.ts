import { openText, sealText, staffKey } from './cipher.ts'
import type { Keys } from './keys.ts'

const place = (quarter: string) => ({ table: 'look_back_sample', column: 'seed', row: quarter })

/** A seed is secret until its quarter is over: whoever knew it could close a case on a day that is not drawn. */
export const sealSeed = (keys: Keys, quarter: string, seed: string): Buffer =>
  sealText(staffKey(keys), place(quarter), seed)
export const openSeed = (keys: Keys, { quarter, seed }: { quarter: string; seed: Buffer }): string =>
  openText(staffKey(keys), place(quarter), seed)
