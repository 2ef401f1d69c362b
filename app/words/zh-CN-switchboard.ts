/** The words of the operators' pages. */
import { zhCNOfficers } from './zh-CN-officers.ts'
import { switchboard } from './zh-CN/switchboard.ts'

export const zhCNSwitchboard = { ...zhCNOfficers, switchboard }
