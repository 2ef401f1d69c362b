import type { Complexity, Track } from '#workflows/case/names.ts'
import { letterOutcome } from '#workflows/templates/purposes.ts'
import type { TemplateSeed } from './template-seed.ts'

/** What holds for every letter: nobody is asked for, and nothing new is asked of those below. */
export const QUIET = '不得查问、猜测是谁反映的；不得为此另开会议、另发文件、另设报表。'
/** One page says it; proof is what changed, not a picture of it. */
export const ONE_PAGE = '一页纸写清事实、措施、成效和防反弹的办法，附件不超过5个，不要求截图和留痕。'

const SIDE_NAMES: Record<Track, string> = { territory: '属地', department: '主管部门' }

export const letter = (
  kind: string | null,
  { track, complexity }: { track: Track; complexity?: Complexity },
  title: string,
  parts: { task: string; quality: string; feedbackStandard: string },
): TemplateSeed => ({
  key: ['letter', kind ?? 'any', letterOutcome(track, complexity)].join(' '),
  purpose: 'letter',
  kind,
  outcome: letterOutcome(track, complexity),
  title: `${title}（${SIDE_NAMES[track]}）`,
  parts,
})

/** The letters for whatever kind, by how hard the matter is to put right. */
export const LETTERS: readonly TemplateSeed[] = [
  letter(null, { track: 'territory', complexity: 'easy' }, '简单事项', {
    task: '请核对摘要所列情况，属实的立即停止，并看一看本地其他单位有没有同样的做法，一并纠正。',
    quality: `说停就停，不搞过渡；已经布置到下面的，由布置的单位撤回并说明。${QUIET}`,
    feedbackStandard: `${ONE_PAGE}写明从哪一天起停止、怎么通知到基层的。`,
  }),
  letter(null, { track: 'department', complexity: 'easy' }, '简单事项', {
    task: '请按职责核对这项要求是不是本系统提出的。是的，予以取消或改正；不是的，告知下级对口部门不得以本系统名义提出。',
    quality: `从源头上取消，不把解释工作推给基层。${QUIET}`,
    feedbackStandard: `${ONE_PAGE}写明取消或改正了哪一项、从哪一天起。`,
  }),
  letter(null, { track: 'territory', complexity: 'standard' }, '一般事项', {
    task: '请逐条核对摘要所列情况，查清要求从哪里来、到了哪些单位；属实的予以纠正，并检查本地同类问题，该取消的取消，该合并的合并。',
    quality: `问题整改到位，不走过场；分清哪些是上级要求、哪些是本地加的，本地加的一律去掉。${QUIET}`,
    feedbackStandard: `${ONE_PAGE}成效写基层少了什么、少了多少。`,
  }),
  letter(null, { track: 'department', complexity: 'standard' }, '一般事项', {
    task: '请按职责查找原因，从本条线的要求、报表、考核上改起；需要基层做的，重新核对依据和频次，没有依据的取消，重复的合并。',
    quality: `从制度上解决，不把责任推给基层，不另发配套通知层层加码。${QUIET}`,
    feedbackStandard: `${ONE_PAGE}写明改了哪项制度或要求、何时起执行。`,
  }),
  letter(null, { track: 'territory', complexity: 'complex' }, '复杂事项', {
    task: '请由负责同志牵头，把摘要所列情况的来龙去脉查清楚：依据是什么、涉及哪些单位、影响到多少基层。能马上改的先改，需要时间的列出步骤和完成时间，逐项落实。',
    quality: `先止住正在发生的负担，再解决根子上的原因；与主管部门对得上，不各说各的。${QUIET}`,
    feedbackStandard: `${ONE_PAGE}分清已经完成的和还要继续做的，后者写明由谁做、到什么时候。`,
  }),
  letter(null, { track: 'department', complexity: 'complex' }, '复杂事项', {
    task: '请牵头理清这件事上各级、各部门的职责，对本系统有关规定和做法作一次梳理；该修订的提出修订意见，市级能定的市级定，需要上级定的按程序报告。',
    quality: `既解决这一件，也解决这一类；职责交到哪一级，权限、人手和经费就要跟到哪一级。${QUIET}`,
    feedbackStandard: `${ONE_PAGE}写明修订的条款、报告的去向和下一步的时间。`,
  }),
]
