import { randomInt } from 'node:crypto'
import { zipSync } from 'fflate'

/** Where a mark of a mail or a call was put, and so who may ever see it. */
export type Where = 'nowhere' | 'report' | 'file' | 'setAside'
/** Makes a mark of its own, and remembers where it was put; `as`: a number that nobody else has. */
export type Mark = (name: string, where: Where, as?: string) => string

const digits = (count: number) => String(randomInt(10 ** (count - 1), 10 ** count))

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\n')
const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** A document of Word with words, and properties that say who wrote it, in which unit, on which machine. */
const document = (mark: Mark): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      'word/document.xml': Buffer.from(`<w:document><w:t>${mark('正文', 'file')}</w:t></w:document>`),
      'docProps/core.xml': Buffer.from(
        `<cp:coreProperties><dc:creator>${mark('作者', 'file')}</dc:creator><cp:lastModifiedBy>${mark('修改', 'file')}</cp:lastModifiedBy></cp:coreProperties>`,
      ),
      'docProps/app.xml': Buffer.from(`<Properties><Company>${mark('公司', 'file')}</Company></Properties>`),
    }),
  )

/** The beginning of a photograph, with a comment where a camera writes its number. */
const photo = (mark: Mark): Buffer => {
  const comment = Buffer.from(mark('相机', 'file'))
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return Buffer.concat([Buffer.from('ffd8fffe', 'hex'), length, comment, Buffer.from('ffd9', 'hex')])
}

/** A header with a mark in every field that mail has, besides those in `own`. */
function header(mark: Mark, own: Record<string, string>): string {
  const hidden = (name: string) => mark(name, 'nowhere')
  const fields = {
    'Return-Path': `<${hidden('return')}@mail.example>`,
    Received: `from ${hidden('host')} (${hidden('helo')} [192.0.2.7])\n\tby mx.example with ESMTPSA id ${hidden('queue')};\n\tMon, 12 Oct 2026 09:30:07 +0800`,
    'DKIM-Signature': `v=1; d=mail.example; s=${hidden('selector')}; b=${hidden('dkim')}`,
    'X-Originating-IP': `[192.0.2.8] ${hidden('ip')}`,
    'X-Mailer': `Foxmail 7 ${hidden('mailer')}`,
    'User-Agent': hidden('agent'),
    Organization: encoded(hidden('组织')),
    'X-QQ-mid': hidden('mid'),
    'Message-ID': `<${hidden('id')}@${hidden('machine')}.local>`,
    References: `<${hidden('earlier')}@mail.example>`,
    Date: `Mon, 12 Oct 2026 09:30:07 +0800 (${hidden('zone')})`,
    From: `${encoded(hidden('姓名'))} <${hidden('from')}@mail.example>`,
    Sender: `${hidden('sender')} <${hidden('sent-by')}@mail.example>`,
    To: `${encoded(hidden('收信'))} <huiyin@yunlan.example>`,
    Cc: `<${hidden('copy')}@mail.example>`,
    'Disposition-Notification-To': `<${hidden('receipt')}@mail.example>`,
    Comments: hidden('comment'),
    Keywords: hidden('keyword'),
    'MIME-Version': `1.0 (${hidden('made')})`,
    ...own,
  }
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** One mail with a mark in every header, part, file name, property and comment. Lines end as on the wire. */
export function markedMail(mark: Mark, own: Record<string, string> = {}): Buffer {
  const hidden = (name: string) => mark(name, 'nowhere')
  const shown = (name: string) => mark(name, 'report')
  const [outer, choice, inner] = [hidden('outer'), hidden('choice'), hidden('inner')]
  const text = [
    `每周三张一样的表 ${shown('原话')}。`,
    '',
    `李某 ${shown('签名')}`,
    `电话：138${shown('电话')}`,
    '',
    '------------------ 原始邮件 ------------------',
    `发件人: ${shown('引文发件人')}`,
    '收件人: 各村',
    `主题: ${shown('引文主题')}`,
    '',
    shown('引文'),
  ].join('\n')
  const part = (boundary: string, lines: string[], body: string | Buffer) =>
    `--${boundary}\n${lines.join('\n')}\nContent-Transfer-Encoding: base64\n\n${base64(Buffer.from(body))}\n`
  const named = (type: string, name: string) => [
    `Content-Type: ${type}; name="${encoded(name)}"`,
    `Content-Disposition: attachment; filename="${encoded(name)}"`,
    `Content-ID: <${hidden('cid')}>`,
    `Content-Description: ${hidden('description')}`,
  ]
  const passedOn = [
    `From: ${shown('passed-on-by')}@mail.example`,
    `Subject: ${encoded(shown('转发主题'))}`,
    `Message-ID: <${hidden('inner-id')}>`,
    `X-Mailer: ${hidden('inner-mailer')}`,
    `Content-Type: multipart/mixed; boundary="${inner}"`,
    '',
    part(inner, ['Content-Type: text/plain; charset=utf-8'], shown('转发')),
    part(inner, named('text/plain', shown('转发附件.txt')), mark('转发文件', 'file')),
    `--${inner}--`,
  ].join('\n')
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const mail = [
    header(mark, { Subject: encoded(shown('主题')), ...own, 'Content-Type': `multipart/mixed; boundary="${outer}"` }),
    '',
    hidden('preamble'),
    `--${outer}\nContent-Type: multipart/alternative; boundary="${choice}"\n`,
    part(choice, ['Content-Type: text/plain; charset=utf-8'], text),
    part(
      choice,
      ['Content-Type: text/html; charset=utf-8'],
      `<meta name=a content="${hidden('meta')}"><p>${shown('html')}`,
    ),
    `--${choice}--`,
    part(outer, named(docx, shown('台账.docx')), document(mark)),
    part(outer, named('image/jpeg', shown('照片.jpg')), photo(mark)),
    `--${outer}\nContent-Type: message/rfc822\n\n${passedOn}`,
    `--${outer}--\n${hidden('epilogue')}`,
  ].join('\n')
  return Buffer.from(mail.replaceAll('\n', '\r\n'))
}

/** An export of a 12345 platform with one call, a mark in every cell and in what was said. */
export function markedCalls(mark: Mark): Buffer {
  const hidden = (name: string) => mark(name, 'nowhere')
  const shown = (name: string) => mark(name, 'report')
  const number = (name: string, count: number) => mark(name, 'nowhere', digits(count))
  const cells: [heading: string, cell: string][] = [
    ['序号', '1'],
    ['办件编号', number('办件编号', 12)],
    ['办件来源', hidden('来源')],
    ['市级编号', hidden('市级编号')],
    ['诉求主题', shown('诉求主题')],
    [
      '诉求内容',
      `【主叫号码】${number('主叫', 11)}\n坐席（工号${number('工号', 8)}）：您好。\n市民：每周三张一样的表 ${shown('通话')}。`,
    ],
    ['办理单位', hidden('办理单位')],
    ['办理科室', hidden('科室')],
    ['诉求人', hidden('诉求人')],
    ['诉求人电话', number('诉求人电话', 11)],
    ['处理结果', hidden('处理结果')],
    ['事项大类', '作风建设'],
    ['事项小类', '形式主义'],
    ['派发时间', '2026-10-09 09:11:12'],
    ['承诺完成时间', hidden('承诺')],
    ['办件状态', hidden('状态')],
    ['派单员', hidden('派单员')],
    ['预警状态', hidden('预警')],
  ]
  const line = (index: 0 | 1) => cells.map((cell) => `"${cell[index]}"`).join(',')
  return Buffer.from(`${line(0)}\r\n${line(1)}\r\n`)
}
