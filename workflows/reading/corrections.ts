import { type Day, dayOf } from '#workflows/clock.ts'

type Act = { type: string; at: Date }

/**
 * The corrections in force, oldest first, each with the day on which its second person let it go out. `remarks` are
 * those of every correction ever proposed, in order; one that waits or was sent back is not the public's to read.
 */
export function correctionsOf(acts: readonly Act[], remarks: readonly string[]): { remark: string; on: Day }[] {
  const inForce: { remark: string; on: Day }[] = []
  let proposed = 0
  for (const { type, at } of acts) {
    if (type === 'correct') proposed += 1
    const remark = remarks[proposed - 1]
    if (type === 'approveCorrection' && remark !== undefined) inForce.push({ remark, on: dayOf(at) })
  }
  return inForce
}
