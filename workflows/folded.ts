import { z } from 'zod'

/**
 * What came with a person's own words and is kept folded away, in order, as JSON: what others wrote earlier, cards,
 * footers, and which files were not taken in and why. Likely to say who wrote.
 */
export const folded = z.array(
  z.discriminatedUnion('is', [
    z.object({ is: z.enum(['quote', 'forwarded', 'signature', 'footer']), text: z.string() }),
    z.object({
      is: z.literal('leftOut'),
      name: z.string(),
      type: z.string(),
      bytes: z.number(),
      why: z.enum(['wrongType', 'tooLarge', 'tooMany', 'tooMuch']),
    }),
  ]),
)
export type Folded = z.infer<typeof folded>

/** What it says, for whoever looks whom it names. */
export const wordsOf = (stretches: Folded): string =>
  stretches.map((stretch) => (stretch.is === 'leftOut' ? stretch.name : stretch.text)).join('\n')
