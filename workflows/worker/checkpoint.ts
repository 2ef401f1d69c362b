import { CheckpointFileError } from '#workflows/audit/checkpoint-file.ts'
import { makeCheckpoint } from '#workflows/audit/make-checkpoint.ts'
import type { House } from '#workflows/house.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'

/** The hour's checkpoint. Where its key or its file is missing or wrong the log says so in one line, and nothing is stored. */
export async function runOnce(house: House): Promise<void> {
  try {
    await makeCheckpoint(house)
  } catch (error) {
    if (!(error instanceof CheckpointFileError) && !(error instanceof KeyFileError)) throw error
    house.log.error({ task: 'checkpoint' }, error.message)
  }
}
