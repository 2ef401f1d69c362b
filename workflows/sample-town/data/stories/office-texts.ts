import type { ResultTexts, Story } from './story.ts'

/** The two letters about a story: what is to be done, how well, and how it is reported back. */
export const letterTexts = ({ brief }: Story) => ({
  territory: {
    task: `请对下列问题组织整改:${brief}`,
    quality: '对准问题改，不开专题会、不发配套文件、不要求下级再填表；同类问题一并纠正。',
    feedbackStandard: '一页结果：事实、措施、成效、防反弹；附件不超过5个，不要求截图佐证。',
  },
  department: {
    task: `请从本行业、本系统角度纠正下列问题并举一反三:${brief}`,
    quality: '理清职责和依据，能在市级解决的不下放；需要改规定的提出修改意见。',
    feedbackStandard: '一页结果：事实、措施、成效、防反弹；附件不超过5个，不要求截图佐证。',
  },
})

/** The results of a story, or plain ones where it tells none. */
export const resultTexts = (story: Story) => story.results ?? plainResults(story)

/** The reply of a story, or a plain one. */
export const replyText = ({ reply, finding }: Story) =>
  reply ??
  (finding === 'unsubstantiated'
    ? '您反映的情况经核实不属实。核实过程和依据已记录在案；如您有新的线索，可以凭查询码补充，我们会重新核实。'
    : finding === 'unverifiable'
      ? '您反映的情况凭现有线索无法核实，这不表示您反映的不实。如您有新的线索，可以凭查询码补充，我们会随时重新核实。'
      : '您反映的情况已核实并督促整改，有关要求已停止执行，责任单位作了说明。如发现反弹，请凭查询码告诉我们。')

/** What is said at the other steps, the same for every story. */
export const OFFICE_TEXTS = {
  question: '请补充涉及的单位、大致时间和具体事项，不需要提供您的姓名和单位。',
  note: '已与同类反映核对，未见重复。',
  findingSentBack: '请补充核对发文登记和会议记录，写明数字的出处。',
  verificationExtended: '需到两个乡镇实地核对，五个工作日内完成。',
  elevated: '涉及多个县(市、区),提级由专项办直接核实。',
  newEvidence: '收到补充材料一份，与原反映可以互相印证，重新核实。',
  objection: '按市级部门职责清单，该事项由其他部门负责，请改交。',
  objectionConfirmed: '经核对职责分工，维持原交办，由你单位负责。',
  objectionReassigned: '异议成立，改交职责分工所列部门办理。',
  extension: '退款涉及多个村集体账户，需与银行核对，申请延长。',
  extensionGranted: '理由成立，同意延期，不再延长。',
  extensionRefused: '所列事项可以在原期限内完成，不同意延期。',
  missing: '整改措施没有写明何时停止、由谁负责，请补充后再报。',
  replyReturned: '请写明整改到什么程度、反映人还可以做什么。',
  redo: '反映人所说部分未整改到位，请对未尽部分重新整改，不得追问反映人。',
  redoRefused: '所提为新的事项，与原反映无关，已另行登记；原事项整改到位。',
  lookBackHeld: '随机走访两个点位，未见反弹。',
  relapse: '走访发现以新的名义恢复了原来的做法，按反弹重新办理。',
  order: '已逾期，请三个工作日内说明原因并提出完成日期。',
  orderAnswer: '因对接系统延误，已明确专人，三个工作日内完成。',
  referral: '反映中涉及的履职问题，按规定移送纪检监察机关。',
  referralConcluded: '已按程序核查，对有关责任人作出处理。',
  vindication: '经核实反映不属实，已在一定范围内说明情况、消除影响。',
  noReply: '事项已移送有权机关，按规定由其答复，不予反馈。',
  handUp: '涉及本级专项工作机制办公室，按规定上交上一级办理。',
  reprisalAnswered: '已责成有关单位立即停止打听和查看手机，并由纪检联络员跟踪。',
} as const

function plainResults({ brief }: Story): { territory: ResultTexts; department: ResultTexts; upkeep: string } {
  return {
    territory: {
      facts: `对照问题摘要逐项核对，情况存在:${brief}`,
      measures: '停止有关要求，向受影响的基层单位当面说明；已经报送、填写、垫付的按实际情况退回或作废。',
      effect: '抽查两个乡镇(街道),有关要求已停止执行，未再收到同类任务。',
      prevention: '同类事项今后先报县级办公室审核，未经审核的基层可以不办。',
    },
    department: {
      facts: '对本系统同类做法作了梳理，问题的原因在于职责分工不清、要求层层加码。',
      measures: '修改有关工作要求，取消不必要的报送和打卡，并告知各县(市、区)对口部门。',
      effect: '各县(市、区)对口部门已按修改后的要求执行。',
      prevention: '今后出台要求前先听取两个以上乡镇意见。',
    },
    upkeep: '双方每季度各抽查一个乡镇，发现反弹当场纠正。',
  }
}
