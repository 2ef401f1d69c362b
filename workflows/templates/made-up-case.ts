import type { Values } from './blanks.ts'
import { CHANNEL_WORDS, daySpoken, FINDING_WORDS, workingDaysSpoken } from './spoken.ts'

const same = (said: string) => ({ zh: said, en: said })

/** A case that never was, with every blank filled: what a template looks like is seen on it. */
export const MADE_UP_CASE: Values = {
  kind: { zh: '会议过多过长', en: 'Too many or too long meetings' },
  basis: {
    zh: '《整治形式主义为基层减负若干规定》关于精简会议的要求',
    en: 'Provisions on Curbing Formalism and Relieving the Grassroots: fewer meetings',
  },
  place: same('望川县'),
  office: same('市专项工作机制办公室'),
  today: daySpoken('2026-10-12'),
  days: workingDaysSpoken(15),
  dueDay: daySpoken('2026-11-02'),
  finding: FINDING_WORDS.substantiated,
  channel: CHANNEL_WORDS.livelihood,
  unit: same('望川县人民政府'),
  otherUnit: same('市政府办公室'),
  territoryUnit: same('望川县人民政府'),
  departmentUnit: same('市政府办公室'),
  territoryMeasures: same('取消每周调度会，同类事项并入每月一次的例会。'),
  departmentMeasures: same('停止要求县、乡逐级套开，会议通知须经办公室统一审核。'),
  territoryEffect: same('乡镇每月少开六次会。'),
  departmentEffect: same('会议通知由每月十一份减为三份。'),
  upkeep: same('每季度各抽查一个乡镇，发现反弹当场纠正。'),
}
