import { ringRungs } from '#workflows/engine/ring.ts'
import type { House } from '#workflows/house.ts'
import { mailCarrier } from '#workflows/notices/mail-carrier.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import { openSmsGateway, smsCarrier } from '#workflows/notices/sms/sms-carrier.ts'
import { readSettings } from '#workflows/settings.ts'
import { drain } from '#workflows/worker/drain.ts'
import { runOnce as ringDeadlines } from '#workflows/worker/ring-deadlines.ts'
import * as sendNotices from '#workflows/worker/send-notices.ts'

const PATIENCE = 1000
/** Where mails and messages go. */
export type Peers = { mail: string; sms: string }

/** Everything the worker does within an hour, once: rings what fell due, tells whom it concerns, and sends it out. */
export function worker({ mail, sms }: Peers): (house: House) => Promise<void> {
  const gateway = readSettings({ SMS_URL: `http://user:password@${sms}/send` }).sms
  if (!gateway) throw new Error('no gateway')
  const mailer = createMailer({ url: mail, from: 'huiyin@yunlan.example.test' }, PATIENCE)
  const bySms = smsCarrier(() => openSmsGateway(gateway, PATIENCE))
  return async (house) => {
    await ringDeadlines(house)
    await ringRungs(house)
    await drain(house)
    await sendNotices.runOnce(house, mailCarrier(mailer, house.settings.publicUrl))
    await sendNotices.runOnce(house, bySms)
  }
}
