import { expect, test } from 'vitest'
import { moveCase } from '#workflows/case/move.ts'
import { caseLife } from '#workflows/case/versions.ts'
import { CLOSING } from '#workflows/engine/look-back-draw.ts'
import { EVERY_EVENT, pathToEachPlace } from './graph.ts'

test('whatever act closes a case draws whether it is looked at again; what is taken back is not', () => {
  const closes = new Set<string>()
  for (const { at } of pathToEachPlace())
    for (const event of EVERY_EVENT) {
      if (closes.has(event.type) || caseLife(at.value) === 'closed' || !at.can(event)) continue
      if (caseLife(moveCase(at, event)[0].value) === 'closed') closes.add(event.type)
    }
  expect([...closes].sort()).toEqual([...CLOSING, 'withdraw'].sort())
})
