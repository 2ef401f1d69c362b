/** The words of the operators' pages. */
import { enOfficers } from './en-officers.ts'
import { switchboard } from './en/switchboard.ts'

export const enSwitchboard = { ...enOfficers, switchboard }
