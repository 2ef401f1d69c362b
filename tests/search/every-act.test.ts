import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexEntryOf } from '#tests/world/index-entries.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readCaseTexts } from '#workflows/reading/case-texts.ts'
import { PLOTS } from '#workflows/sample-town/history.ts'
import type { Turn } from '#workflows/sample-town/turn.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import { runOnce as indexCases } from '#workflows/worker/index-cases.ts'

/** Acts whose words were once not found. */
const MUST_BE_FOUND = ['askForMore', 'recordFinding', 'issueLetters', 'object', 'submitResult', 'draftReply', 'rate']

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
})
afterAll(() => town.close())

const typeOf = ({ event }: Turn) => (typeof event === 'function' ? 'merge' : event.type)

/** Enough of the sample's stories that each act any of them does is done once; those bound to another story stand alone. */
function stories() {
  const done = new Set<string>()
  return PLOTS.filter(({ turns }) => {
    if (turns.some(({ event }) => typeof event === 'function')) return false
    const more = turns.map(typeOf).filter((type) => !done.has(type))
    for (const type of more) done.add(type)
    return more.length > 0
  })
}

const wordsIn = async (caseId: string) =>
  (await readCaseTexts(town.db, town.keys, [caseId]))(caseId).map(({ text }) => text)

test('whatever an act writes is found as soon as the worker has been there', async () => {
  const wrote = new Set<string>()
  for (const { story, turns } of stories()) {
    const { caseId } = await town.report({ story: story.id })
    await indexCases(town.house)
    let before = await wordsIn(caseId)
    for (const turn of turns) {
      await town.play(caseId, [turn])
      const after = await wordsIn(caseId)
      if (after.join() === before.join()) continue
      wrote.add(typeOf(turn))
      before = after
      await indexCases(town.house)
      const entry = await indexEntryOf(town.house, caseId)
      const missing = indexTokens(town.keys, after.join('\n')).filter((token) => !entry?.tokens.includes(token >>> 0))
      expect(missing, `after ${typeOf(turn)}`).toEqual([])
    }
  }
  expect([...wrote]).toEqual(expect.arrayContaining(MUST_BE_FOUND))
}, 120_000)

test('no act seals words into its case but by the one way that asks for the index', () => {
  const folder = 'workflows/engine/record'
  const others = readdirSync(folder).filter((file) =>
    /sealText\((pass\.)?key/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  )
  // a typical case is no case, and is searched by nobody at the desk
  expect(others).toEqual(['pass.ts', 'typical-case.ts'])
})
