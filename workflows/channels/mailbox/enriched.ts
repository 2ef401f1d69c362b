/** Commands of text/enriched (RFC 1896) and of its forerunner, text/richtext (RFC 1341). */
const COMMAND = /<\/?[a-z][a-z0-9-]{0,59}>/gi
/** What stands between these is for programs. */
const PARAMETER = /<(param|comment)>[^<]{0,1000}<\/\1>/gi
const VERBATIM = /<nofill>([\s\S]*?)<\/nofill>/gi

/** What enriched text says: single line ends are blanks, of more in a row one is none; `<<` is a bracket. */
export function textOfEnriched(said: string): string {
  const pieces = said.replace(/\r\n?/g, '\n').split(VERBATIM)
  return pieces
    .map((piece, at) => (at % 2 === 1 ? piece : filled(piece)))
    .join('')
    .trim()
}

const BRACKET = '\ufdd1'
function filled(text: string): string {
  return text
    .replaceAll('<<', BRACKET)
    .replace(PARAMETER, '')
    .replace(/<(nl|np)>/gi, '\n\n')
    .replace(/<lt>/gi, BRACKET)
    .replace(COMMAND, '')
    .replace(/\n+/g, (ends) => (ends.length === 1 ? ' ' : ends.slice(1)))
    .replace(/(?<=[\p{Script=Han}，。；：！？]) (?=[\p{Script=Han}，。；：！？])/gu, '')
    .replaceAll(BRACKET, '<')
}
