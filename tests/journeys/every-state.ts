import { randomBytes } from 'node:crypto'
import type { Town } from '#tests/world/town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { quarantine } from '#workflows/channels/quarantine.ts'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { step } from '#workflows/engine/step.ts'

export type EveryState = Awaited<ReturnType<typeof bringEveryState>>

const BODY = '【问题】同一份底数要三遍。\n\n【整改】三张表合成一张，由一家导出，三家共用。'

/** Something to see on every page: cases along their way, two letters, a typical case in work and one in public. */
export async function bringEveryState(town: Town) {
  const late = await town.report()
  await town.drive(late.caseId, 'rectifying')
  const told = [await town.report(), await town.report(), await town.report()]
  for (const { caseId } of told) await town.drive(caseId, 'closed')
  await town.pass({ days: 31 })
  const papers = await supervised(town, late.caseId)
  const published = await typicalCase(town, told[0]?.caseId ?? '', '一张表报三遍，改成三家共用一本台账')
  for (const [login, type] of PUBLISHING)
    await step(town.house, 'typicalCase', published, { type }, town.officer(login))
  const draft = await typicalCase(town, told[1]?.caseId ?? '', '三家要表，一家出数')
  const rating = await town.report()
  await town.drive(rating.caseId, 'rating')
  const rectifying = await town.report()
  await town.drive(rectifying.caseId, 'rectifying')
  const assigning = await town.report({ story: 'twentyEightPlaques' })
  await town.drive(assigning.caseId, 'assigning')
  const fresh = await town.report({ story: 'landAndLawsuit' })
  const folded = JSON.stringify([
    { is: 'quote', text: '> 请各单位周五前上报' },
    { is: 'signature', text: '李某\n某镇党政办 13800000000' },
    { is: 'leftOut', name: '打卡.exe', type: 'application/octet-stream', bytes: 9, why: 'wrongType' },
  ])
  const mailed = await town.report({ channel: 'mailbox', folded, unanswered: 'unitDomain' })
  const raw = aMail({ 'X-Spam-Flag': 'YES' }, '每周三张一样的表。\n\n-- \n李某 13800000000')
  const mail = { mark: randomBytes(32), raw, reason: 'spamLike' as const, words: '每周三张一样的表。' }
  const quarantined = await quarantine(town.house, mail)
  const { slug } = await town.db
    .selectFrom('typical_case')
    .select('slug')
    .where('id', '=', published)
    .executeTakeFirstOrThrow()
  return {
    rating,
    rectifying,
    assigning,
    mailed,
    quarantined,
    fresh: { ...fresh, number: (await town.row(fresh.caseId)).number },
    papers,
    officer: town.officer('songjie').id,
    typical: { draft, published, slug: slug ?? '' },
    letters: await town.letters(rectifying.caseId),
    handlers: town.handlers(rectifying.caseId),
  }
}

/** A unit that let its date go by: an order to it, and what goes to discipline inspection. */
async function supervised(town: Town, caseId: string) {
  await town.as('supervisor').step(caseId, { type: 'issueOrder', track: 'territory', text: '请说明原因和办结日期。' })
  await town.as('supervisor').step(caseId, { type: 'refer', text: '逾期一个月，多次督促无果。' })
  const idIn = async (table: 'supervision_order' | 'referral') =>
    (await town.db.selectFrom(table).select('id').where('case_id', '=', caseId).executeTakeFirstOrThrow()).id
  return { order: await idIn('supervision_order'), referral: await idIn('referral') }
}

const PUBLISHING = [
  ['baiyu', 'propose'],
  ['luming', 'approve'],
  ['luming', 'publish'],
] as const

async function typicalCase(town: Town, source: string, title: string): Promise<string> {
  const begun = await startTypicalCase(town.house, town.officer('baiyu'), { title, body: BODY, sources: [source] })
  if (begun.kind === 'refused') throw new Error(`the typical case is refused: ${begun.code}`)
  return begun.id
}
