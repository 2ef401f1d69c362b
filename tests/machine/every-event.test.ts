import { describe, expect, test } from 'vitest'
import { transition } from 'xstate'
import { caseMachine } from '#workflows/case/machine.ts'
import { EVERY_EVENT, pathToEachPlace } from './graph.ts'
import { arrived, lifeOf, play, stored, TO_RECTIFYING } from './play.ts'

const places = pathToEachPlace()

describe('wherever a case is', () => {
  test('every act by everyone is moved or refused, never thrown', () => {
    for (const { at } of places)
      for (const event of EVERY_EVENT) {
        const may = at.can(event)
        const [next, actions] = transition(caseMachine, at, event)
        if (may) expect(next.status).toBe('active')
        else expect([next.value, next.context, actions], event.type).toEqual([at.value, at.context, []])
      }
  })

  test('it is found again as it was stored', () => {
    for (const { at } of places) {
      const found = stored(at)
      expect([found.value, found.context]).toEqual([at.value, at.context])
    }
  })

  test('its life is one word or two, as the queues know it', () => {
    const lives = new Set(places.map(({ at }) => lifeOf(at)))
    expect(lives.size).toBe(23)
    for (const life of lives) expect(life).toMatch(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/)
  })
})

test('a forged inner event would move the bare machine: only parsed events may reach it', () => {
  const [forged] = transition(
    caseMachine,
    play(arrived(), ...TO_RECTIFYING),
    JSON.parse('{"type":"xstate.done.state.case.life.rectifying"}'),
  )
  expect(lifeOf(forged)).toBe('reviewing')
})
