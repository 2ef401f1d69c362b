import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#workflows/protection/password.ts'
import { turns } from '#workflows/protection/turns.ts'

test('the right password opens, a wrong or empty one does not', async () => {
  const hashed = await hashPassword('云澜市 2026!')
  expect(await verifyPassword(hashed, '云澜市 2026!')).toBe(true)
  expect(await verifyPassword(hashed, '云澜市 2026')).toBe(false)
  expect(await verifyPassword(hashed, '')).toBe(false)
})

test('two officers with one password have different hashes, of argon2id', async () => {
  const hashes = [await hashPassword('same'), await hashPassword('same')]
  expect(hashes[0]).not.toBe(hashes[1])
  expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('letters typed in full width by an input method are the same letters', async () => {
  expect(await verifyPassword(await hashPassword('Huiyin2026'), 'Ｈｕｉｙｉｎ２０２６')).toBe(true)
})

test('a login nobody has is refused, whatever the password', async () => {
  expect(await verifyPassword(null, '')).toBe(false)
  expect(await verifyPassword(null, 'password')).toBe(false)
})

test('a login nobody has costs as much work as one somebody has', async () => {
  const hashed = await hashPassword('x')
  const cost = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  // in turn, and the quickest of each: whatever else the machine does weighs on both
  for (let time = 0; time < 9; time++) {
    cost.known = Math.min(cost.known, await timeOf(() => verifyPassword(hashed, 'y')))
    cost.unknown = Math.min(cost.unknown, await timeOf(() => verifyPassword(null, 'y')))
  }
  expect(cost.unknown / cost.known).toBeGreaterThan(0.6)
})

test('a damaged hash is an error to the operator, not a wrong password', async () => {
  await expect(verifyPassword('not a hash', 'x')).rejects.toThrow()
})

test('no more pieces of work run together than have a turn, and all of them get one', async () => {
  const inTurn = turns(2)
  let running = 0
  let most = 0
  const done: number[] = []
  const work = (number: number) =>
    inTurn(async () => {
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
      if (number % 3 === 0) throw new Error(`work ${number}`)
      done.push(number)
    })
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(work))
  expect(most).toBe(2)
  expect(done).toEqual([1, 2, 4, 5, 7])
  expect(results.filter((result) => result.status === 'rejected')).toHaveLength(2)
})

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}
