/** The vocabulary of a typical case: its states and what can be done to it. */
export const typicalCaseWords = {
  name: '典型案例',
  circular: '通报',
  states: {
    draft: '起草',
    inReview: '待审',
    approved: '已批准',
    published: '已发布',
    'published.standing': '已发布',
    'published.correctionProposed': '已发布，更正待审',
    withdrawn: '已撤下',
  },
  acts: {
    draft: '写稿',
    addSource: '加入案例',
    removeSource: '去掉案例',
    propose: '送审',
    approve: '批准',
    returnDraft: '退回',
    publish: '发布',
    correct: '提出更正',
    approveCorrection: '批准更正',
    returnCorrection: '退回更正',
    withdraw: '撤下',
    sourceReopened: '所用案例重办',
  },
}
