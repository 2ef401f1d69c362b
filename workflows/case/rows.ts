/** The actions that the engine turns into rows: a date set, moved or cleared, a message to whoever must act. */
import type { DeadlineName, NoticeName, Track } from './names.ts'

export type DateParams = { deadline: DeadlineName; track?: Track }
export type NoticeParams = { notice: NoticeName; track?: Track }

const date =
  <T extends string>(type: T) =>
  (deadline: DeadlineName, track?: Track): { type: T; params: DateParams } => ({
    type,
    params: track ? { deadline, track } : { deadline },
  })

/** A date of the same name is replaced. */
export const setDate = date('setDeadline')
/** A date that is not set stays so. */
export const clearDate = date('clearDeadline')
/** Later by as many days as the act says (`askExtension`), or as the rule says. */
export const moveDate = date('moveDeadline')
export const pauseDate = date('pauseDeadline')
export const resumeDate = date('resumeDeadline')

export const tell = (notice: NoticeName, track?: Track): { type: 'notice'; params: NoticeParams } => ({
  type: 'notice',
  params: track ? { notice, track } : { notice },
})

/** A state that waits under one date, which stands as long as the state does. */
export const under = (deadline: DeadlineName, ...notices: NoticeName[]) => ({
  entry: [setDate(deadline), ...notices.map((notice) => tell(notice))],
  exit: [clearDate(deadline)],
})

/** A unit that lets its date pass has its red card, and whoever is in charge of the case hears of it. */
export const lateUnit = (track: Track) => ({
  guard: { type: 'unitIsLate' as const, params: { track } },
  actions: [tell('redCard', track), tell('deadlineLapsed')],
})
