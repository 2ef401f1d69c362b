/** Contents page of the words: those of officers' pages, and one line per door of the public. */
import { zhCNDesk } from './zh-CN-desk.ts'
import { zhCNQuarantine } from './zh-CN-quarantine.ts'
import { zhCNHouse } from './zh-CN-house.ts'
import { zhCNSwitchboard } from './zh-CN-switchboard.ts'
import { about } from './zh-CN/about.ts'
import { enrol } from './zh-CN/enrol.ts'
import { followUp } from './zh-CN/follow-up.ts'
import { frontDesk } from './zh-CN/front-desk.ts'
import { home } from './zh-CN/home.ts'
import { register } from './zh-CN/register.ts'

export const zhCN = {
  ...zhCNDesk,
  ...zhCNQuarantine,
  ...zhCNHouse,
  ...zhCNSwitchboard,
  about,
  enrol,
  followUp,
  frontDesk,
  home,
  register,
}
