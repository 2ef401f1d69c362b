import type { ReactNode } from 'react'

/** One of several that can be chosen; `value` is what the form sends. */
export type Choice = { value: string; label: ReactNode; help?: ReactNode }
