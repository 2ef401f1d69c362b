import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { SECOND } from '#workflows/clock.ts'
import { type Carrier, type Failure, failed } from '#workflows/notices/carrier.ts'
import { textOfNotice } from '#workflows/notices/letter-of-notice.ts'
import type { SmsSettings } from '#workflows/settings/sms-url.ts'
import { type SmsGateway, SmsRefusal } from './gateway.ts'
import { httpGateway } from './http-gateway.ts'

/** How long a gateway may say nothing. */
const PATIENCE = 20 * SECOND

/** The gateway that the settings name. A provider's SDK is loaded where it is used, and nowhere else. */
export async function openSmsGateway(settings: SmsSettings, patience = PATIENCE): Promise<SmsGateway> {
  switch (settings.by) {
    case 'http':
      return httpGateway(settings, patience)
    case 'aliyun':
      return (await import('./aliyun.ts')).aliyunGateway(settings, patience)
    case 'tencent':
      return (await import('./tencent.ts')).tencentGateway(settings, patience)
  }
}

export const smsCarrier = (open: () => Promise<SmsGateway>): Carrier => ({
  channel: 'sms',
  newId: () => randomUUID(),
  carry: async ({ to, messageId, language, names, again, since, today }) => {
    const gateway = await open()
    const message = { id: messageId, to, language, text: textOfNotice({ language, names }) }
    if (again && (await gateway.hasTaken?.(message, { from: since, until: today }))) return
    await gateway.send(message)
  },
  judge: judgeSms,
})

const said = z.object({
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  cause: z.object({ code: z.string().optional(), syscall: z.string().optional() }).optional().catch(undefined),
})
const NO_CONNECTION = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** What nobody is known to have refused may have been taken: it goes again under the same id. */
export function judgeSms(error: unknown): Failure {
  if (error instanceof SmsRefusal) return failed(error.failure, error.code)
  const { code, name, syscall, cause } = said.catch({}).parse(error)
  const is = cause?.code ?? code ?? name ?? 'unknown'
  if (syscall === 'connect' || cause?.syscall === 'connect' || NO_CONNECTION.includes(is))
    return failed('unreachable', is)
  return failed('unclear', is, { forAll: /time/i.test(`${name} ${code}`) })
}
