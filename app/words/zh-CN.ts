/** Contents page of the words: those of officers' pages, and one line per door of the public. */
import { about } from './zh-CN/about.ts'
import { followUp } from './zh-CN/follow-up.ts'
import { frontDesk } from './zh-CN/front-desk.ts'
import { home } from './zh-CN/home.ts'
import { register } from './zh-CN/register.ts'
import { zhCNOfficers } from './zh-CN-officers.ts'

export const zhCN = {
  ...zhCNOfficers,
  about,
  followUp,
  frontDesk,
  home,
  register,
}
