import type { House } from '#workflows/house.ts'
import { checkpointKey, isSigned } from '#workflows/protection/checkpoint-key.ts'
import { isConsistent } from '#workflows/protection/merkle.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { type Checkpoint, CheckpointFileError, readCheckpoints } from './checkpoint-file.ts'
import type { Fault } from './fault.ts'

export type VerifiedFile = { signed: Checkpoint[]; restored: string[]; faults: Fault[] }

/**
 * What was signed and still counts, oldest first, when it was said that an older copy of the database was put back, and
 * what is wrong with the file itself. `made`: the database says that there were checkpoints.
 */
export async function verifyFile(house: House, made: boolean): Promise<VerifiedFile> {
  const file = house.settings.checkpointFile
  try {
    const lines = await readCheckpoints(file)
    const { publicKey } = checkpointKey(house.keys)
    if (lines) return verifyLines(publicKey, lines)
    return wrong(made ? [{ fault: 'no checkpoint file', detail: `There is no checkpoint file ${file}.` }] : [])
  } catch (error) {
    if (error instanceof CheckpointFileError)
      return wrong([{ fault: 'checkpoint file damaged', detail: error.message }])
    if (error instanceof KeyFileError) return wrong([{ fault: 'no checkpoint key', detail: error.message }])
    throw error
  }
}

const wrong = (faults: Fault[]): VerifiedFile => ({ signed: [], restored: [], faults })

function verifyLines(publicKey: Buffer, lines: readonly Checkpoint[]): VerifiedFile {
  const faults: Fault[] = []
  const restored: string[] = []
  let signed: Checkpoint[] = []
  for (const line of lines) {
    const hour = line.hour.toISOString()
    const goesOn = (before: Checkpoint | undefined) =>
      !before || isConsistent([before.size, before.root], [line.size, line.root], line.consistency)
    if (!isSigned(publicKey, line)) {
      faults.push({ fault: 'not signed', hour })
      continue
    }
    // what was recorded after the copy that was put back is lost, and no longer part of the tree
    const from = line.restored ? signed.findLastIndex(goesOn) : signed.length - 1
    if (line.restored && from >= 0) restored.push(hour)
    else if (!goesOn(signed.at(-1))) faults.push({ fault: 'file rewritten', hour })
    signed = [...signed.slice(0, from + 1), line]
  }
  return { signed, restored, faults }
}
