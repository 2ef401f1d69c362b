import type { SignInTries } from '#workflows/settings-desk/sign-in.ts'

/** Nobody counts what is tried. */
export const FREELY: SignInTries = { spend: () => true, giveBack: () => {} }
