import type { TemplateSeed } from './template-seed.ts'

const reply = (key: string, outcome: string, title: string, lines: readonly string[]): TemplateSeed => ({
  key: `reply ${key}`,
  purpose: 'reply',
  kind: null,
  outcome,
  title,
  parts: { text: lines.join('\n') },
})
const noReply = (outcome: string, title: string, text: string): TemplateSeed => ({
  key: `noReply ${outcome}`,
  purpose: 'noReply',
  kind: null,
  outcome,
  title,
  parts: { text },
})

const DONE = ['{属地单位}：{属地措施}', '{属地成效}', '{主管部门}：{主管部门措施}', '{主管部门成效}']
const AFTER =
  '请您在{期限}内告诉我们改没改好；不满意的，可以要求重办一次。我们还会在办结后90天和180天各看一次，防止反弹。以后发现又回来了，随时可以凭查询码补充。'

/** What the reporter reads. No finding says anything about why somebody reported. */
export const REPLIES: readonly TemplateSeed[] = [
  reply('substantiated', 'substantiated', '属实，已整改', [
    '您反映的“{类别}”问题，经核实属实。我们已同时交给属地和主管部门整改，情况如下：',
    ...DONE,
    AFTER,
  ]),
  reply('partly', 'partlySubstantiated', '部分属实，已整改', [
    '您反映的“{类别}”问题，经核实部分属实。查实的是：【……查实了哪些】。没有查实的是：【……哪些没有查实，为什么】。查实的部分已同时交给属地和主管部门整改，情况如下：',
    ...DONE,
    `没有查实的部分，如果您有新的情况，凭查询码补充，我们会再查。${AFTER}`,
  ]),
  reply('unsubstantiated', 'unsubstantiated', '不属实', [
    '您反映的“{类别}”问题，我们已由与被反映单位无关的人核实，没有发现所反映的情况。我们是这样查的：【……怎么查的，查了哪些地方、哪段时间】。查到的情况是：【……查到了什么】。',
    '这是按现有情况得出的结论。感谢您的反映；如果您有新的情况，或者觉得查得不对，凭查询码补充，我们会再查。您可以在{期限}内作出评价，也可以要求重办一次。',
  ]),
  reply('unverifiable', 'unverifiable', '无法核实', [
    '您反映的“{类别}”问题，按现有的内容我们没有办法查清。这不等于不属实。我们做过的是：【……查过什么】。查不下去的原因是：【……缺什么】。',
    '这件事会一直留在这里。您什么时候想起时间、地点、单位或者具体做法，凭查询码补充，我们随时重新核实，办结以后也一样。',
  ]),
]

/** Why nothing more is told; the reporter reads it, and somebody else signs it. */
export const NO_REPLIES: readonly TemplateSeed[] = [
  noReply(
    'secret',
    '涉及国家秘密',
    '您反映的问题已经办理。办理情况涉及国家秘密，按规定不能在这里告诉您。请不要在网上询问或者再次填写有关内容；需要了解的，可以当面向保密行政管理部门或本机制提出。',
  ),
  noReply(
    'referred',
    '已移送纪检监察机关',
    '您反映的问题中有需要由纪检监察机关处置的内容，已经移送。处置情况由纪检监察机关按规定掌握，我们不再另行反馈。其中增加基层负担的做法，已经另外督促纠正。',
  ),
  noReply(
    'thirdParty',
    '会泄露他人隐私或商业秘密',
    '您反映的问题已经办理。具体情况涉及他人的隐私或者商业秘密，告诉您会伤害到别人，按规定不作具体反馈。可以告诉您的是：【……能说的结果】。',
  ),
  noReply(
    'noContact',
    '无法送达',
    '您反映的问题已经办理，结果留在这里。按您反映时选择的方式没有办法送达，按规定不再另行反馈；凭查询码随时可以查看和补充。',
  ),
  noReply(
    'repeated',
    '同一事项已经反馈过',
    '您反映的事情与已经办理过的是同一件，情况没有变化，此前的反馈仍然有效，按规定不再重复反馈。如果出现了新的情况，比如做法又回来了，请写明新的情况，我们会重新办理。',
  ),
]
