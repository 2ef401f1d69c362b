import { z } from 'zod'
import { type Part, PARTS, type Parts, PURPOSES, type Purpose } from './purposes.ts'

const stored = z.record(z.string(), z.string())

/** The texts of a stored template, those of its purpose and no others. Throws on what no template ever was. */
export function storedParts(purpose: Purpose, parts: unknown): Parts {
  const texts = stored.parse(parts)
  return Object.fromEntries(PARTS[purpose].map((part: Part) => [part, texts[part] ?? '']))
}

export const isPurpose = (value: unknown): value is Purpose => PURPOSES.some((purpose) => purpose === value)
