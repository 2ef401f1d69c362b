import { expect, test } from 'vitest'
import { smsUrl } from '#workflows/settings/sms-url.ts'

test('a password with a bare % is answered with how to write the address, and one written %25 is taken', () => {
  const { success, error } = smsUrl.safeParse('https://u:50%off@sms.example.cn/send')
  expect(success).toBe(false)
  expect(error?.issues.map(({ message }) => message.split(':')[0])).toEqual(['write the message gateway'])
  expect(JSON.stringify(error?.issues)).not.toContain('50%off')
  expect(smsUrl.parse('https://u:50%25off@sms.example.cn/send')).toMatchObject({ login: { password: '50%off' } })
})
