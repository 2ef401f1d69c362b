import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { answerAddress } from '#workflows/channels/answer-address.ts'
import { aTown, type Town } from '#tests/world/town.ts'

let town: Town
beforeAll(async () => {
  town = await aTown({
    env: {
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: '回音 <huiyin@town.example>',
      MAILBOX_URL: 'imaps://box:secret@imap.letters.example/INBOX',
    },
  })
  const [unit] = await town.db.selectFrom('unit').select('id').execute()
  const unit_id = unit?.id ?? ''
  await town.db
    .insertInto('mail_domain')
    .values([{ domain: 'xn--fiqs8s.example', unit_id }])
    .execute()
})
afterAll(() => town.close())

const answer = async (from: string, more = '') => {
  const { mail } = await readMail(Buffer.from(`From: ${from}\r\n${more}Subject: a\r\n\r\nwords\r\n`))
  if (!mail) throw new Error('not read')
  return answerAddress(town, mail)
}

describe('who is told that there is news', () => {
  it('is the one mailbox a mail came from', async () => {
    expect(await answer('李娜 <Li.Na@mail.example>')).toEqual({ mailbox: 'li.na@mail.example' })
  })

  it('is nobody whose mailbox belongs to a unit: its domain, one under it, or any of the state', async () => {
    for (const host of ['wangchuan.example', 'mail.wangchuan.example', '中国.example', 'town.gov.cn', 'gov.cn'])
      expect(await answer(`a@${host}`), host).toEqual({ none: 'unitDomain' })
    expect(await answer('a@notwangchuan.example')).toEqual({ mailbox: 'a@notwangchuan.example' })
    expect(await answer('a@mygov.cn')).toEqual({ mailbox: 'a@mygov.cn' })
  })

  it('is never this house itself, under whichever of its addresses', async () => {
    for (const own of ['huiyin@town.example', 'HUIYIN+x@town.example', 'box@letters.example'])
      expect(await answer(own), own).toEqual({ none: 'ownAddress' })
  })

  it('is nobody where the answer could go to somebody else', async () => {
    expect(await answer('a@mail.example, b@mail.example')).toEqual({ none: 'severalSenders' })
    expect(await answer('a@mail.example', 'Reply-To: b@mail.example\r\n')).toEqual({ none: 'otherReplyTo' })
    expect(await answer('"xclow3n@gmail.com x"@internal.example')).toEqual({ none: 'noSender' })
    expect(await answer('Group: a@mail.example;')).toEqual({ none: 'noSender' })
    expect(await answer('a@mail.example', 'List-Id: <l.example>\r\n')).toEqual({ none: 'list' })
    expect(await answer('a@mail.example', 'Precedence: bulk\r\n')).toEqual({ none: 'bulk' })
    expect(await answer('no-reply@mail.example')).toEqual({ none: 'noReplyAddress' })
  })
})
