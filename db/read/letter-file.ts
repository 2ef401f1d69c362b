import type { Database } from '#db/transaction.ts'

/** What was said on one letter, in order; nothing of the other side's. Texts stay sealed. */
export const findBrief = (db: Database, id: string) =>
  db.selectFrom('brief').select(['id', 'body']).where('id', '=', id).executeTakeFirst()

export const listObjectionsOn = (db: Database, letterId: string) =>
  db.selectFrom('objection').selectAll().where('letter_id', '=', letterId).orderBy('raised_on').orderBy('id').execute()

export const listExtensionsOn = (db: Database, letterId: string) =>
  db.selectFrom('extension').selectAll().where('letter_id', '=', letterId).orderBy('asked_on').orderBy('id').execute()

/** The one that was not sent back, if any, comes last. */
export const listResultsOn = (db: Database, letterId: string) =>
  db
    .selectFrom('result')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('submitted_on')
    .orderBy((eb) => eb.case().when('returned', 'is not', null).then(0).else(1).end())
    .execute()

/** The unit that holds the letter in force on the other track. */
export const findOtherUnit = (db: Database, caseId: string, track: 'territory' | 'department') =>
  db
    .selectFrom('letter')
    .innerJoin('unit', 'unit.id', 'letter.unit_id')
    .select(['unit.name', 'letter.unit_id'])
    .where('case_id', '=', caseId)
    .where('track', '!=', track)
    .where('superseded', '=', false)
    .executeTakeFirst()

/** The dates of one track that still count. */
export const listTrackDates = (db: Database, caseId: string, track: 'territory' | 'department', names: string[]) =>
  db
    .selectFrom('deadline')
    .select(['id', 'name', 'state', 'set_on', 'due_on', 'days', 'rule', 'provisional', 'pauses', 'paused_on', 'rung'])
    .where('case_id', '=', caseId)
    .where('track', '=', track)
    .where('name', 'in', names)
    .where('state', 'in', ['open', 'paused', 'lapsed'])
    .orderBy('due_on')
    .orderBy('name')
    .execute()
