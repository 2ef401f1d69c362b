import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { createPostboxKey, type PostboxKey } from '#workflows/protection/postbox.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { freshFolder } from './folder.ts'
import { testKeys } from './site.ts'
import { aTown, type Town } from './town.ts'

export type MailTown = {
  town: Town
  owner: Database
  postbox: PostboxKey
  /** what became of the mails, and how many reports there are */
  mails(): Promise<{ outcome: string; reason: string | null }[]>
  reports(): Promise<number>
  /** where its keys lie, for a process of its own */
  folder: string
  close(): Promise<void>
}

/** 云澜市 with a vault, a key for the postbox and an address of its own, `huiyin@yunlan.example`. */
export async function mailTown({ vault = true, env = {} }: { vault?: boolean; env?: Record<string, string> } = {}) {
  const folder = freshFolder()
  const keysFile = `${folder.path}/keys.json`
  const keys = vault ? await testKeys(keysFile) : await createKeys(keysFile, { custodians: null })
  const postbox = await createPostboxKey(`${folder.path}/postbox.json`)
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: '回音 <huiyin@yunlan.example>' }
  const town = await aTown({ keys, env: { ...mail, ...env } })
  town.house.postbox = postbox
  const owner = connect(town.database.ownerUrl, { max: 2, timeoutMs: 0 })
  return {
    town,
    owner,
    postbox,
    folder: folder.path,
    mails: () => owner.selectFrom('mail').select(['outcome', 'reason']).execute(),
    reports: async () => (await owner.selectFrom('report').select('id').execute()).length,
    close: async () => {
      await disconnect(owner)
      await town.close()
      folder.remove()
    },
  } satisfies MailTown
}
