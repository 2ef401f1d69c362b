import { type Keys, vaultPublicKey } from '#workflows/protection/keys.ts'

/** Whether a contact could be sealed: until the custodians have held their ceremony the form does not ask for one. */
export const vaultIsThere = (keys: Keys): boolean => vaultPublicKey(keys) !== null
