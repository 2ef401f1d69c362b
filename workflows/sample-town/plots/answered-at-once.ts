import { OFFICE_TEXTS } from '#workflows/sample-town/data/stories/office-texts.ts'
import type { Story } from '#workflows/sample-town/data/stories/story.ts'
import { accepted, approved, drafted, HEAD, SECOND_REVIEWER, verified } from '#workflows/sample-town/phases.ts'
import { type Turn, turn } from '#workflows/sample-town/turn.ts'
import { type Plot, plot } from './plot.ts'

const found = (story: Story): Turn[] => [...accepted(story), ...verified(story)]
const foundFalse = (story: Story): Turn[] => [
  ...found(story),
  turn(SECOND_REVIEWER, { type: 'confirmFinding', harm: story.harm ?? false }, 1),
]
const answered = (story: Story): Turn[] => [...drafted(story), ...approved()]

/** Verified, and not so, or never to be known: no unit is written to. */
export const ANSWERED_AT_ONCE: readonly Plot[] = [
  plot('certificatesForEverything', 2, found, {
    changed: {
      finding: 'unsubstantiated',
      grounds: '抽查用印登记和窗口清单，该窗口今年未要求居民到社区开具清单外证明，41种系居民自行要求。',
    },
  }),
  plot('taskForceForever', 2, found),
  plot('studyPoints', 3, foundFalse, {
    changed: {
      finding: 'unsubstantiated',
      grounds: '经核对，县里未下达学习积分任务，截图中的通报系他人拼接，小程序后台无乡镇汇总功能。',
      harm: true,
    },
  }),
  plot('pledgeWithSignatures', 30, (story) => [
    ...foundFalse(story),
    turn(HEAD, { type: 'vindicate', text: OFFICE_TEXTS.vindication }, 3),
    ...answered(story),
  ]),
  plot(
    'socialSecurityTarget',
    25,
    (story) => [
      ...foundFalse(story),
      turn(HEAD, { type: 'declineVindication', text: '未在公开场合提及任何人，当事单位书面表示不需要另行说明。' }, 2),
      ...answered(story),
    ],
    {
      changed: {
        finding: 'unsubstantiated',
        grounds: '经核对，街道未向社区分解参保指标，反映的数字系社保部门年度宣传目标，未与经费挂钩。',
        harm: true,
      },
    },
  ),
]
