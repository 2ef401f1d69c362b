/** Rows of HZ (RFC 1843): GB2312 in seven bits between `~{` and `~}`, or the end of the line. */
const ROWS = /~\{((?:[\x21-\x77][\x21-\x7e]){2,})(?:~\}|[\r\n]|$)/g
const FIRST = 0xb0
const LAST = 0xd7

/** Whether plain letters are Chinese in HZ: what stands in its rows is mostly the everyday half of GB2312. */
export function looksLikeHz(bytes: Uint8Array): boolean {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('~{')) return false
  const rows = [...Buffer.from(bytes).toString('latin1').matchAll(ROWS)].map(([, row = '']) => row)
  const leads = [...rows.join('')].filter((_, at) => at % 2 === 0).map((letter) => letter.charCodeAt(0) | 0x80)
  return leads.length > 0 && leads.filter((lead) => lead >= FIRST && lead <= LAST).length > leads.length / 2
}
