import { z } from 'zod'
import { FINDINGS } from '#workflows/case/names.ts'

const inner = z.union([z.string(), z.record(z.string(), z.unknown())])
const stored = z.looseObject({
  life: z.union([
    z.string(),
    z.looseObject({ rectifying: z.looseObject({ territory: inner, department: inner }).optional() }),
  ]),
  supervision: z.object({ territory: z.string(), department: z.string() }),
  referral: z.string(),
  vindication: z.string(),
})
const remembered = z.looseObject({ finding: z.enum(FINDINGS).nullable(), withdrawn: z.boolean() })

/** Where each part of a stored case stands, by the names of the machine; a track is null while no letter is out. */
export function standingOf(value: unknown, context: unknown) {
  const { life, supervision, referral, vindication } = stored.parse(value)
  const { finding, withdrawn } = remembered.parse(context)
  const tracks = typeof life === 'string' ? undefined : life.rectifying
  return {
    tracks: { territory: dotted(tracks?.territory), department: dotted(tracks?.department) },
    supervision,
    referral,
    vindication,
    finding,
    withdrawn,
  }
}

function dotted(state: z.infer<typeof inner> | undefined): string | null {
  if (state === undefined) return null
  if (typeof state === 'string') return state
  const [[outer, within] = []] = Object.entries(state)
  return outer === undefined ? null : typeof within === 'string' ? `${outer}.${within}` : outer
}
