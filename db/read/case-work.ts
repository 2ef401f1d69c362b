import type { Database } from '#db/transaction.ts'

/** What the office and the two units wrote on one case. Texts stay sealed; officers come by name. */
export const listNotesWithNames = (db: Database, caseId: string) =>
  db
    .selectFrom('note')
    .leftJoin('staff', 'staff.id', 'note.by')
    .select(['note.id', 'note.about', 'note.at', 'note.body', 'staff.name as by'])
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('note.id')
    .execute()

/** The versions of the brief, the one that counts first. */
export const listBriefs = (db: Database, caseId: string) =>
  db
    .selectFrom('brief')
    .leftJoin('staff', 'staff.id', 'brief.by')
    .selectAll('brief')
    .select('staff.name as by_name')
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .execute()

/** Every letter of the case, in the order of issue, those out of force too. */
export const listLettersOf = (db: Database, caseId: string) =>
  db
    .selectFrom('letter')
    .innerJoin('unit', 'unit.id', 'letter.unit_id')
    .selectAll('letter')
    .select('unit.name as unit_name')
    .where('case_id', '=', caseId)
    .orderBy('year')
    .orderBy('serial')
    .execute()

export const listObjections = (db: Database, caseId: string) =>
  db.selectFrom('objection').selectAll().where('case_id', '=', caseId).orderBy('raised_on').orderBy('id').execute()

export const listExtensions = (db: Database, caseId: string) =>
  db.selectFrom('extension').selectAll().where('case_id', '=', caseId).orderBy('asked_on').orderBy('id').execute()

/** Results in the order of submission: the last of a letter is the one that counts. */
export const listResults = (db: Database, caseId: string) =>
  db
    .selectFrom('result')
    .leftJoin('staff', 'staff.id', 'result.by')
    .selectAll('result')
    .select('staff.name as by_name')
    .where('case_id', '=', caseId)
    .orderBy('submitted_on')
    .orderBy((eb) => eb.case().when('returned', 'is not', null).then(0).else(1).end())
    .execute()

export const listReplies = (db: Database, caseId: string) =>
  db
    .selectFrom('reply')
    .leftJoin('staff as writer', 'writer.id', 'reply.by')
    .leftJoin('staff as signer', 'signer.id', 'reply.second')
    .select(['reply.id', 'reply.ground', 'reply.body', 'reply.state', 'writer.name as by', 'signer.name as second'])
    .where('case_id', '=', caseId)
    .orderBy('reply.version')
    .execute()

/** The colleagues that the notes of a case name. */
export const listMentions = (db: Database, caseId: string) =>
  db
    .selectFrom('mention')
    .innerJoin('staff', 'staff.id', 'mention.staff_id')
    .select(['mention.note_id', 'staff.name'])
    .where('case_id', '=', caseId)
    .orderBy('staff.login')
    .execute()
