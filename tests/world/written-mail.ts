let written = 0

/** A mail as a server hands it over, each under an id of its own. `fields` replace what is usual, or add to it. */
export function aMail(fields: Record<string, string> = {}, body = '每周三张一样的表。'): Buffer {
  const usual = {
    From: '李 <li@mail.example>',
    Date: 'Mon, 12 Oct 2026 09:30:00 +0800',
    Subject: '重复填表',
    'Message-ID': `<${++written}.${process.pid}@mail.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
  }
  const lines = Object.entries({ ...usual, ...fields }).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${lines.join('\n')}\n\n${body}\n`.replaceAll('\n', '\r\n'))
}
