import Client from '@alicloud/pop-core'
import { z } from 'zod'
import { addDays } from '#workflows/clock.ts'
import type { SmsSettings } from '#workflows/settings/sms-url.ts'
import { type OutgoingText, type SmsGateway, SmsRefusal, type Tried } from './gateway.ts'

type Settings = Extract<SmsSettings, { by: 'aliyun' }>

const VERSION = '2017-05-25'
const PER_PAGE = 50
const sentThen = z.object({
  SmsSendDetailDTOs: z.object({ SmsSendDetailDTO: z.array(z.object({ OutId: z.string().optional() })) }),
})

/**
 * Alibaba Cloud's short message service (Dysmsapi SendSms) by its own core SDK. It sends only approved words: a template
 * without blanks per language. An id is no bar to sending twice, so before another attempt it is asked whether the
 * first one went through.
 */
export function aliyunGateway({ id, secret, endpoint, sign, templates }: Settings, patience: number): SmsGateway {
  const client = new Client({ accessKeyId: id, accessKeySecret: secret, endpoint, apiVersion: VERSION })
  const ask = async (action: string, params: object): Promise<unknown> => {
    try {
      return await client.request(action, params, { method: 'POST', timeout: patience })
    } catch (error) {
      throw refusalOf(error) ?? error
    }
  }
  return {
    send: async ({ id: OutId, to, language }) => {
      const PhoneNumbers = localNumber(to)
      await ask('SendSms', { PhoneNumbers, SignName: sign, TemplateCode: templates[language], OutId })
    },
    hasTaken: async (message, tried) => {
      for (const SendDate of daysOf(tried)) if (await sentOn(message, SendDate)) return true
      return false
    },
  }

  async function sentOn({ id: OutId, to }: OutgoingText, SendDate: string): Promise<boolean> {
    const PhoneNumber = localNumber(to)
    const answer = await ask('QuerySendDetails', { PhoneNumber, SendDate, PageSize: PER_PAGE, CurrentPage: 1 })
    const { SmsSendDetailDTOs } = sentThen.parse(answer)
    return SmsSendDetailDTOs.SmsSendDetailDTO.some((each) => each.OutId === OutId)
  }
}

/** A number of the mainland without its country, any other with it and without the plus. */
const localNumber = (to: string) => to.replace(/^\+86/, '').replace(/^\+/, '')

function daysOf({ from, until }: Tried): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day.replaceAll('-', ''))
  return days
}

const said = z.object({ code: z.string(), data: z.object({ Code: z.string() }) })
const ABOUT_THE_NUMBER = ['isv.MOBILE_NUMBER_ILLEGAL', 'isv.BLACK_KEY_CONTROL_LIMIT', 'isv.MOBILE_COUNT_OVER_LIMIT']

/** The service's own no; undefined where it said nothing. */
function refusalOf(error: unknown): SmsRefusal | undefined {
  const code = said.safeParse(error).data?.code
  if (code === undefined) return undefined
  if (ABOUT_THE_NUMBER.includes(code)) return new SmsRefusal('refused', code)
  if (/^isp\.|LIMIT_CONTROL|^Throttling|^ServiceUnavailable|^InternalError/.test(code))
    return new SmsRefusal('later', code)
  // keys, signature, template, balance: nobody would fare better
  return new SmsRefusal('login', code)
}
