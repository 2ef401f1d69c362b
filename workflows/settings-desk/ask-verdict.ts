import { randomUUID } from 'node:crypto'
import { isUnderWay } from '#db/read/errands.ts'
import { ask } from '#workflows/engine/errands.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { inTurn } from './in-turn.ts'

/** Has the whole journal walked, by the worker: it may take minutes. Asked twice at once it is walked once. */
export const askForVerdict = (house: House, by: Staff): Promise<void> =>
  inTurn(house.db, async (tx) => {
    if (await isUnderWay(tx, 'verify-journal')) return
    await ask(tx, by, {
      task: 'verify-journal',
      key: `verify-journal:${randomUUID()}`,
      caseId: null,
      payload: { by: by.id },
    })
  })
