import { createContext } from 'react'

/** The nonce of this answer's scripts; in the browser, where it has done its work, none. */
export const NonceContext = createContext<string | undefined>(undefined)
