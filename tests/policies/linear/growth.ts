export type Read = (text: string, bytes: Buffer) => unknown

/** A text of so many letters, and one of sixteen times as many: doubled four times, so that chance hardly looks like growth. */
export const SHORT = 2_000
const DOUBLINGS = 4
export const LONG = 2 ** DOUBLINGS * SHORT
/** A doubling may cost so much on the average of all. A loop in a loop costs 4. */
export const MOST = 2.6
/** Faster than this there is no square in it: even at ten steps a nanosecond 32 000 letters squared take longer. */
const NOTHING_MS = 15
/** What disturbs a measurement only adds to it: the least of several is near the truth. */
const MOST_ROUNDS = 6

/** The processor's time, not the clock's: another process at work changes little. */
export async function cost(read: Read, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  const before = process.cpuUsage()
  try {
    await read(text, bytes)
  } catch {
    // a refusal is an answer too
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * By how much twice the length costs more, where there is anything to measure; else null. A quick answer is believed at
 * once, a slow one only when it stays slow: short and long are asked in turn, so that both meet the same machine.
 */
export async function growth(read: Read, at: (length: number) => string): Promise<number | null> {
  const [shorter, longer] = [at(SHORT), at(LONG)]
  let [short, long] = [Number.POSITIVE_INFINITY, await cost(read, longer)]
  for (let round = 0; round < MOST_ROUNDS && long >= NOTHING_MS; round += 1) {
    short = Math.min(short, await cost(read, shorter), await cost(read, shorter))
    if (perDoubling(long / short) <= MOST) return perDoubling(long / short)
    long = Math.min(long, await cost(read, longer))
  }
  return long < NOTHING_MS ? null : perDoubling(long / short)
}

const perDoubling = (times: number) => times ** (1 / DOUBLINGS)
