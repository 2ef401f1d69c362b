import { enDesk } from './en-desk.ts'
import { enQuarantine } from './en-quarantine.ts'
import { enHouse } from './en-house.ts'
import { enSwitchboard } from './en-switchboard.ts'
import { about } from './en/about.ts'
import { enrol } from './en/enrol.ts'
import { followUp } from './en/follow-up.ts'
import { frontDesk } from './en/front-desk.ts'
import { home } from './en/home.ts'
import { register } from './en/register.ts'
import type { zhCN } from './zh-CN.ts'

/** The same doors and keys as in Chinese: a missing one does not compile. */
export const en: typeof zhCN = {
  ...enDesk,
  ...enQuarantine,
  ...enHouse,
  ...enSwitchboard,
  about,
  enrol,
  followUp,
  frontDesk,
  home,
  register,
}
