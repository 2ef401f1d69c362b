import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { newDataKey } from '#workflows/protection/cipher.ts'

export const someKeys = await freshKeys()
export const aKey = newDataKey(someKeys).key
