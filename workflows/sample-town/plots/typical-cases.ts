import { resultTexts } from '#workflows/sample-town/data/stories/office-texts.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import type { TypicalTurn, Wait } from '#workflows/sample-town/turn.ts'
import type { TypicalCaseEvent } from '#workflows/typical-case/events.ts'

/** A typical case drawn from one closed story, and what became of it. */
export type TypicalPlot = {
  source: string
  by: string
  title: string
  body: string
  ago: Wait
  turns: readonly TypicalTurn[]
}

const EDITOR = 'baiyu'
const OTHER_EDITOR = 'kexin'
const APPROVER = 'luming'

const turn = (by: string, event: TypicalCaseEvent, after = 0): TypicalTurn => ({ after, by, event })

const proposed = turn(EDITOR, { type: 'propose' }, 0)
const approved: TypicalTurn[] = [proposed, turn(APPROVER, { type: 'approve' }, 1)]
const published: TypicalTurn[] = [...approved, turn(APPROVER, { type: 'publish' })]

const plot = (source: string, title: string, ago: Wait, turns: readonly TypicalTurn[]): TypicalPlot => ({
  source,
  by: EDITOR,
  title,
  body: bodyOf(source),
  ago,
  turns,
})

/** Written from brief and results, never from the report. */
function bodyOf(source: string): string {
  const story = storyOf(source)
  const { territory, department, upkeep } = resultTexts(story)
  return [
    `【问题】${story.brief}`,
    `【整改】${territory.measures}${department.measures}`,
    `【成效】${territory.effect}${department.effect}`,
    `【防反弹】${territory.prevention}${department.prevention}${upkeep}`,
  ].join('\n\n')
}

const corrected = (source: string): TypicalCaseEvent => ({
  type: 'correct',
  title: titleAfter[source] ?? '',
  body: `${bodyOf(source)}\n\n以上数字以核查记录为准。`,
  remark: '更正标题，并注明数字出处。',
})
const titleAfter: Record<string, string> = {
  thirteenVideoMeetings: '一周十三场视频会，能合的合、能免的免',
  vetoPledge: '“一票否决”退出村级责任状',
}

/** One or more in every state of a typical case. */
export const TYPICAL_PLOTS: readonly TypicalPlot[] = [
  plot('oneListThreeTimes', '一张表报三遍，改成三家共用一本台账', 2, published),
  plot('longSecondment', '借调七年没有期限，清理后人回乡镇', 4, published),
  plot('thirteenVideoMeetings', '一周十三场视频会', 2, [
    ...published,
    turn(OTHER_EDITOR, corrected('thirteenVideoMeetings'), 1),
    turn(APPROVER, { type: 'approveCorrection' }, 1),
  ]),
  plot('vetoPledge', '村级责任状里的“一票否决”', 1, [...published, turn(EDITOR, corrected('vetoPledge'), 6)]),
  plot('insuranceQuota', '参保指标不再摊派到村', 1, [proposed]),
  plot('fourVisitsOneWeek', '一周四批调研，合成一张到镇计划表', 1, []),
  plot('paidShowcaseVillage', '收费的“示范村”停了，钱退回村里', 2, approved),
  plot('treesOnPaper', '纸上的树，补种到山上', 3, [
    ...published,
    turn(APPROVER, { type: 'withdraw', remark: '有关面积正在复测，复测结果公布前暂予撤下。' }, 8),
  ]),
]
