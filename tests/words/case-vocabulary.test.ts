import { describe, expect, it } from 'vitest'
import { caseWords as en } from '#app/words/en/case.ts'
import { caseWords as zh } from '#app/words/zh-CN/case.ts'
import {
  COMPLEXITIES,
  DEADLINE_NAMES,
  FINDINGS,
  NO_REPLY_GROUNDS,
  NOTICE_NAMES,
  REFUSAL_REASONS,
  TRACKS,
} from '#workflows/case/names.ts'
import { LABELS } from '#workflows/case/label.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { PERMISSIONS, TYPICAL_CASE_PERMISSIONS } from '#workflows/roles/permissions.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { ACCOUNT_NOTICE_NAMES, RUNG_NOTICE_NAMES } from '#workflows/notices/catalogue.ts'
import { TYPICAL_CASE_NOTICE_NAMES } from '#workflows/typical-case/events.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'

type Node = { key: string; states: Record<string, Node> }

/** Every state below a node, dotted: the whole state and each of its phases. */
function statesBelow(node: Node, path: string[] = []): string[] {
  return Object.values(node.states).flatMap((child) => {
    const here = [...path, child.key]
    return [here.join('.'), ...statesBelow(child, here)]
  })
}

const root: Node = caseMachine.root
const life = statesBelow(root.states.life!).filter((state) => !state.startsWith('rectifying.'))
const track = statesBelow(root.states.life!.states.rectifying!.states.territory!)
const region = (name: string) => Object.keys(root.states[name]!.states)

const named: [string, Record<string, unknown>, Record<string, unknown>, readonly string[]][] = [
  ['act on a case', zh.acts, en.acts, Object.keys(PERMISSIONS)],
  ['state of a case', zh.states, en.states, life],
  ['state of a track', zh.trackStates, en.trackStates, track],
  ['track', zh.tracks, en.tracks, TRACKS],
  ['label the reporter reads', zh.labels, en.labels, LABELS],
  ['meaning of a label', zh.meanings, en.meanings, LABELS],
  [
    'state of supervision',
    zh.supervision,
    en.supervision,
    Object.keys(root.states.supervision!.states.territory!.states),
  ],
  ['state of a referral', zh.referral, en.referral, region('referral')],
  ['state of a vindication', zh.vindication, en.vindication, region('vindication')],
  ['role', zh.roles, en.roles, ['reporter', 'clock', 'machine', ...ROLES]],
  ['finding', zh.findings, en.findings, FINDINGS],
  ['complexity', zh.complexities, en.complexities, COMPLEXITIES],
  ['reason for refusing', zh.refusalReasons, en.refusalReasons, REFUSAL_REASONS],
  ['lawful way elsewhere', zh.otherChannels, en.otherChannels, REFUSAL_REASONS],
  ['ground for no reply', zh.noReplyGrounds, en.noReplyGrounds, NO_REPLY_GROUNDS],
  ['date', zh.deadlines, en.deadlines, DEADLINE_NAMES],
  [
    'notice',
    zh.notices,
    en.notices,
    [...NOTICE_NAMES, ...RUNG_NOTICE_NAMES, ...TYPICAL_CASE_NOTICE_NAMES, ...ACCOUNT_NOTICE_NAMES],
  ],
  ['act on a typical case', zh.typicalCase.acts, en.typicalCase.acts, Object.keys(TYPICAL_CASE_PERMISSIONS)],
  ['state of a typical case', zh.typicalCase.states, en.typicalCase.states, statesBelow(typicalCaseMachine.root)],
]

describe('The words on screen', () => {
  it.each(named)('name every %s in both languages, and nothing that is not there', (_, inChinese, inEnglish, known) => {
    expect(Object.keys(inChinese).sort()).toEqual([...new Set(known)].sort())
    expect(Object.keys(inEnglish).sort()).toEqual([...new Set(known)].sort())
  })

  it.each(named)('leave no %s without words', (_, inChinese, inEnglish) => {
    for (const word of [...Object.values(inChinese), ...Object.values(inEnglish)]) expect(word).toMatch(/\S/)
    for (const word of Object.values(inChinese)) expect(word).toMatch(/\p{Script=Han}/u)
  })
})
