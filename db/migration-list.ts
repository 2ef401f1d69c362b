import type { Migration } from 'kysely/migration'
import * as units from './migrations/20261122000100_units.ts'
import * as staff from './migrations/20261122000200_staff.ts'
import * as cases from './migrations/20261122000300_cases.ts'
import * as office from './migrations/20261122000400_office.ts'
import * as engine from './migrations/20261122000500_engine.ts'
import * as typicalCases from './migrations/20261122000600_typical_cases.ts'
import * as workingTogether from './migrations/20261122000700_working_together.ts'
import * as settings from './migrations/20261122000800_settings.ts'
import * as mailboxAndHotline from './migrations/20261122000900_mailbox_and_hotline.ts'
import * as ladder from './migrations/20261122001100_ladder.ts'
import * as caseInHand from './migrations/20261122001200_case_in_hand.ts'
import * as notices from './migrations/20261122001300_notices.ts'
import * as closures from './migrations/20261122001400_closures.ts'
import * as supervision from './migrations/20261122001600_supervision.ts'
import * as lookBackSamples from './migrations/20261122001700_look_back_samples.ts'
import * as officeHours from './migrations/20261122001900_office_hours.ts'
import * as mailTerms from './migrations/20261122002100_mail_terms.ts'
import * as whomACaseAccuses from './migrations/20261122002200_whom_a_case_accuses.ts'
import * as firstNotice from './migrations/20261122002300_first_notice.ts'
import * as ownThread from './migrations/20261201000100_own_thread.ts'
import * as figureSnapshots from './migrations/20261201000200_figure_snapshots.ts'
import * as accountsByTwo from './migrations/20261201000300_accounts_by_two.ts'
import * as sealedSearch from './migrations/20261201000400_sealed_search.ts'
import * as reasonsForLooks from './migrations/20261201000410_reasons_for_looks.ts'
import * as whomACaseAccusesByName from './migrations/20261201000500_whom_a_case_accuses_by_name.ts'
import * as exposedCodes from './migrations/20261201000600_exposed_codes.ts'
import * as checkpoints from './migrations/20261201000700_checkpoints.ts'
import * as keyCheck from './migrations/20261201000710_key_check.ts'
import * as workerHeartbeat from './migrations/20261201000900_worker_heartbeat.ts'

/** Every migration under its file's name. Listed by hand because the server is one bundle; a test compares with the folder. */
export const MIGRATIONS: Record<string, Migration> = {
  '20261122000100_units': units,
  '20261122000200_staff': staff,
  '20261122000300_cases': cases,
  '20261122000400_office': office,
  '20261122000500_engine': engine,
  '20261122000600_typical_cases': typicalCases,
  '20261122000700_working_together': workingTogether,
  '20261122000800_settings': settings,
  '20261122000900_mailbox_and_hotline': mailboxAndHotline,
  '20261122001100_ladder': ladder,
  '20261122001200_case_in_hand': caseInHand,
  '20261122001300_notices': notices,
  '20261122001400_closures': closures,
  '20261122001600_supervision': supervision,
  '20261122001700_look_back_samples': lookBackSamples,
  '20261122001900_office_hours': officeHours,
  '20261122002100_mail_terms': mailTerms,
  '20261122002200_whom_a_case_accuses': whomACaseAccuses,
  '20261122002300_first_notice': firstNotice,
  '20261201000100_own_thread': ownThread,
  '20261201000200_figure_snapshots': figureSnapshots,
  '20261201000300_accounts_by_two': accountsByTwo,
  '20261201000400_sealed_search': sealedSearch,
  '20261201000410_reasons_for_looks': reasonsForLooks,
  '20261201000500_whom_a_case_accuses_by_name': whomACaseAccusesByName,
  '20261201000600_exposed_codes': exposedCodes,
  '20261201000700_checkpoints': checkpoints,
  '20261201000710_key_check': keyCheck,
  '20261201000900_worker_heartbeat': workerHeartbeat,
}
