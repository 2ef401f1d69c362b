/** What the blanks say of values that are stored by code. The same words as on screen: `tests/templates` compares them. */
import type { Finding, RefusalReason } from '#workflows/case/names.ts'
import { type Day, startOf } from '#workflows/clock.ts'
import type { Spoken } from './blanks.ts'

export const FINDING_WORDS: Record<Finding, Spoken> = {
  substantiated: { zh: '属实', en: 'Substantiated' },
  partlySubstantiated: { zh: '部分属实', en: 'Partly substantiated' },
  unsubstantiated: { zh: '不属实', en: 'Unsubstantiated' },
  unverifiable: { zh: '无法核实', en: 'Unverifiable' },
}

export const CHANNEL_WORDS: Record<RefusalReason, Spoken> = {
  litigation: {
    zh: '请向有管辖权的人民法院、仲裁机构或复议机关提出。',
    en: 'Please turn to the competent court, arbitration body or review authority.',
  },
  individualPetition: {
    zh: '请向当地信访部门提出(国家信访局网站或当地信访接待窗口)。',
    en: 'Please turn to the local petition office, at its counter or on the national petition site.',
  },
  crime: { zh: '请向公安机关报案(110)。', en: 'Please report it to the police (110).' },
  discipline: { zh: '请向纪检监察机关反映(12388)。', en: 'Please turn to discipline inspection (12388).' },
  emergency: { zh: '请立即拨打110、119或120。', en: 'Please call 110, 119 or 120 at once.' },
  livelihood: { zh: '请拨打12345政务服务便民热线。', en: 'Please call the 12345 hotline.' },
  stateSecret: {
    zh: '请勿在网上填写。请当面向保密行政管理部门或本机制提交。',
    en: 'Please do not write it online. Hand it over in person to the secrecy administration or to this office.',
  },
  elsewhere: {
    zh: '请向事发地的专项工作机制反映。',
    en: 'Please turn to the mechanism of the place where it happened.',
  },
  noContent: {
    zh: '可以补充时间、地点和具体事情后再反映，或者申诉一次。',
    en: 'You may add when, where and what happened and report again, or appeal once.',
  },
}

/** 15个工作日 */
export const workingDaysSpoken = (days: number): Spoken => ({
  zh: `${days}个工作日`,
  en: `${days} working day${days === 1 ? '' : 's'}`,
})

const EN = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Asia/Shanghai',
})

/** 2026年10月26日 */
export function daySpoken(day: Day): Spoken {
  const [year, month, date] = day.split('-').map(Number)
  return { zh: `${year}年${month}月${date}日`, en: EN.format(startOf(day)) }
}
