import type { CaseEvent } from '#workflows/case/events.ts'
import { inTransaction } from '#db/transaction.ts'
import { COUNTIES, DEPARTMENTS, newcomer } from '#tests/engine/people.ts'
import type { Town } from '#tests/world/town.ts'
import { MINUTE } from '#workflows/clock.ts'
import { openTypicalCase } from '#workflows/engine/open.ts'
import { step } from '#workflows/engine/step.ts'
import { act, arrive } from '#workflows/sample-town/play.ts'
import type { Actor } from '#workflows/roles/roles.ts'

/** What no clock strikes: any act whose time were kept would show it. */
const ODD = 7 * MINUTE + 13_457

/** One case from report to typical case; every word anybody can write is a mark of its own that begins with `stem`. */
export async function markedCircle(town: Town, stem: string) {
  const marks: string[] = []
  const mark = (name: string) => {
    const text = `${stem}${marks.length}${name}`
    marks.push(text)
    return text
  }
  const [territory = '', department = ''] = [COUNTIES[0], DEPARTMENTS[0]]
  const files = [{ name: mark('文件名.txt'), type: 'text/plain', bytes: Buffer.from(mark('文件内容')) }]
  town.clock.advance(ODD)
  const said = { place: mark('地点'), unit: mark('单位'), happened: mark('时间'), contact: mark('联系方式') }
  const { caseId, report, code } = await arrive(town.house, { text: mark('来信'), ...said, files })
  const by = async (who: string | Actor, event: CaseEvent) => {
    town.clock.advance(ODD)
    await settled('case', caseId, event, typeof who === 'string' ? town.as(who).by : who)
  }
  /** All marks begin alike, as if each text repeated the reporter's: an officer answers for each place. */
  const settled = async (subject: 'case' | 'typicalCase', id: string, event: { type: string }, actor: Actor) => {
    const tried = await step(town.house, subject, id, event, actor)
    if (tried.kind === 'moved') return
    const kept = (tried.unsettled ?? []).flatMap(({ field, found }) =>
      found.map(({ kind, text }) => ({ field, kind, text })),
    )
    await act(town.house, subject, id, kept.length > 0 ? { ...event, settled: kept } : event, actor)
  }
  const reporter: Actor = { kind: 'reporter', report }
  const sides = {
    territory: await newcomer(town.house, ['territoryHandler'], territory),
    department: await newcomer(town.house, ['departmentHandler'], department),
  }
  const letter = () => ({ task: mark('任务'), quality: mark('质量'), feedbackStandard: mark('反馈') })
  const result = () => ({ facts: mark('事实'), measures: mark('措施'), effect: mark('成效'), prevention: mark('预防') })

  await by('hewen', { type: 'take' })
  await by('hewen', { type: 'note', text: mark('备注') })
  await by('hewen', { type: 'classify', kind: 'B11', complexity: 'standard', place: territory })
  await by('hewen', { type: 'askForMore', question: mark('问') })
  await by(reporter, { type: 'supplement', text: mark('答') })
  await by('hewen', { type: 'proposeRefusal', reason: 'elsewhere', text: mark('拟不受理') })
  await by('liangbo', { type: 'declineRefusal', text: mark('不同意') })
  await by('hewen', { type: 'accept' })
  await by('songjie', { type: 'take' })
  await by('songjie', { type: 'stepAside', text: mark('回避') })
  await by('liangbo', { type: 'extendVerification', text: mark('延长核实') })
  await by('liangbo', { type: 'elevate', text: mark('提级') })
  await by('tanyi', { type: 'refer', text: mark('移送') })
  await by('jiangtao', { type: 'concludeReferral', text: mark('移送结果') })
  await by('tanyi', { type: 'recordFinding', finding: 'substantiated', grounds: mark('核实') })
  await by('qinyue', { type: 'proposeOverride', text: mark('破例'), territory, department })
  await by('xielan', { type: 'declineOverride', text: mark('不破例') })
  await by('liangbo', { type: 'writeBrief', brief: mark('摘要'), territory, department, lead: 'territory' })
  await town.pass(7)
  await by('liangbo', { type: 'issueLetters', letters: { territory: letter(), department: letter() } })
  await by('liangbo', { type: 'amendLetter', track: 'territory', ...letter() })
  await by(sides.territory, { type: 'object', track: 'territory', grounds: `按职责清单:${mark('异议')}` })
  await by('qinyue', { type: 'ruleObjection', track: 'territory', ruling: 'confirmed', grounds: mark('裁定') })
  await by(sides.territory, { type: 'askExtension', track: 'territory', days: 3, grounds: mark('延期') })
  await by('fangmin', { type: 'grantExtension', track: 'territory', grounds: mark('准延') })
  await by('xielan', { type: 'issueOrder', track: 'territory', text: mark('督办') })
  await by(sides.territory, { type: 'answerOrder', track: 'territory', text: mark('督办答复') })
  await by(reporter, { type: 'reportReprisal', text: mark('追查') })
  await by('jiangtao', { type: 'answerReprisal', text: mark('追查答复') })
  await by(sides.territory, { type: 'submitResult', track: 'territory', ...result(), upkeep: mark('长效') })
  await by(sides.department, { type: 'acknowledge', track: 'department' })
  await by(sides.department, { type: 'submitResult', track: 'department', ...result() })
  await by('liangbo', { type: 'sendBack', tracks: ['territory'], missing: mark('退回') })
  await by(sides.territory, { type: 'submitResult', track: 'territory', ...result(), upkeep: mark('长效') })
  await by('liangbo', { type: 'passResults' })
  await by('liangbo', { type: 'draftReply', text: mark('答复') })
  await by('fangmin', { type: 'returnReply', text: mark('退改') })
  await by('liangbo', { type: 'draftReply', text: mark('答复') })
  await by('fangmin', { type: 'approveReply' })
  await by(reporter, { type: 'rate', satisfied: false, text: mark('不满意') })
  await by('yuanye', { type: 'refuseRedo', text: mark('不再办') })
  // the same words twice, to be sealed differently
  const twice = mark('同样的话')
  await by('hewen', { type: 'note', text: twice })
  await by('hewen', { type: 'note', text: twice })

  const editor = town.as('baiyu').by as Extract<Actor, { kind: 'staff' }>
  const draft = { title: mark('标题'), body: mark('正文'), sources: [caseId] }
  const typical = await inTransaction(town.db, (tx) => openTypicalCase(town.house, tx, editor, draft))
  const redraft = { type: 'draft', title: mark('改题'), body: mark('改文') }
  await settled('typicalCase', typical, redraft, editor)
  await town.drain()
  return { caseId, code, marks }
}
