import { sms } from 'tencentcloud-sdk-nodejs-sms'
import { z } from 'zod'
import { SECOND, startOf } from '#workflows/clock.ts'
import type { SmsSettings } from '#workflows/settings/sms-url.ts'
import { type SmsGateway, SmsRefusal } from './gateway.ts'

type Settings = Extract<SmsSettings, { by: 'tencent' }>

const PER_PAGE = 100

/**
 * Tencent Cloud's short message service (SMS 2021-01-11) by its own SDK. It sends only approved words: a template
 * without blanks per language. Before another attempt it is asked whether the first one went through, by the session
 * context that it hands back (to be enabled for the account).
 */
export function tencentGateway(
  { id, secret, endpoint, sign, app, region, templates }: Settings,
  patience: number,
): SmsGateway {
  const { protocol, host } = new URL(endpoint)
  const client = new sms.v20210111.Client({
    credential: { secretId: id, secretKey: secret },
    region,
    profile: { httpProfile: { protocol: `${protocol}//`, endpoint: host, reqTimeout: patience / SECOND } },
  })
  return {
    send: async ({ id: SessionContext, to, language }) => {
      const about = { SmsSdkAppId: app, SignName: sign, TemplateId: templates[language], TemplateParamSet: [] }
      const answer = await asked(client.SendSms({ ...about, PhoneNumberSet: [to], SessionContext }))
      const code = answer.SendStatusSet?.[0]?.Code ?? 'no answer'
      if (code !== 'Ok') throw refusalOf(code)
    },
    hasTaken: async ({ id: SessionContext, to }, { from }) => {
      const BeginTime = startOf(from).getTime() / SECOND
      const about = { BeginTime, Offset: 0, Limit: PER_PAGE, PhoneNumber: to, SmsSdkAppId: app }
      const answer = await asked(client.PullSmsSendStatusByPhoneNumber(about))
      return (answer.PullSmsSendStatusSet ?? []).some((each) => each.SessionContext === SessionContext)
    },
  }
}

const said = z.object({ code: z.string(), requestId: z.string().min(1) })

/** The service's own no is told from a broken connection by the id that it gives every request it answers. */
async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    const code = said.safeParse(error).data?.code
    if (code !== undefined) throw refusalOf(code)
    // the SDK keeps of a broken connection nothing but its words
    const unreached = error instanceof Error && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.exec(error.message)
    throw unreached ? new SmsRefusal('unreachable', unreached[0]) : error
  }
}

function refusalOf(code: string): SmsRefusal {
  if (/PhoneNumber(InBlacklist|.*Illegal)|IncorrectPhoneNumber|InvalidPhoneNumber/.test(code))
    return new SmsRefusal('refused', code)
  if (/^LimitExceeded|^RequestLimitExceeded|^InternalError|^FailedOperation\.FailResolvePacket/.test(code))
    return new SmsRefusal('later', code)
  return new SmsRefusal('login', code)
}
