import { hash, verify } from '@node-rs/argon2'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import { turns } from './turns.ts'

/** argon2id (the library's default) at OWASP's cost: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

/** Of the same cost and of no password: checked for a login nobody has, so that the answer takes as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Two at once for the whole process: a crowd at the sign-in page holds 38 MiB and half of the thread pool, no more. */
const inTurn = turns(2)

/** argon2id, in the PHC form, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), COST))

/** Whether the password is the hashed one. `hashed` null: no such login, false in the same time. */
export const verifyPassword = (hashed: string | null, password: string): Promise<boolean> =>
  inTurn(async () => (await verify(hashed ?? NOBODY, normal(password))) && hashed !== null)

/** An input method may type full-width letters on one machine and not on the next. */
const normal = (password: string) => plainForm(password)
