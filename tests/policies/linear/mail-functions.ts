import { fileName } from '#workflows/channels/file-name.ts'
import { attribution, linesApart } from '#workflows/channels/mailbox/attributions.ts'
import { withWholeWord } from '#workflows/channels/mailbox/cut-word.ts'
import { textOfEnriched } from '#workflows/channels/mailbox/enriched.ts'
import { withoutEntities } from '#workflows/channels/mailbox/entities.ts'
import { isFileUnderText } from '#workflows/channels/mailbox/file-under-text.ts'
import { isFlowedQuote, unflowed, withoutFlow } from '#workflows/channels/mailbox/flowed.ts'
import { saysSender } from '#workflows/channels/mailbox/mail-inside.ts'
import { otherWords } from '#workflows/channels/mailbox/other-words.ts'
import { unmarkOwnLists } from '#workflows/channels/mailbox/own-lists.ts'
import { ownText } from '#workflows/channels/mailbox/own-words.ts'
import { headAt, isIntroduced } from '#workflows/channels/mailbox/quoting-heads.ts'
import { isMarked, isMarkedBelow, type Kind } from '#workflows/channels/mailbox/stretch.ts'
import { hasLooseBreaks } from '#workflows/channels/mailbox/transfer-encodings.ts'
import { isToldIn } from '#workflows/channels/mailbox/which-half.ts'

const lines = (text: string) => text.split('\n')
const kinds = (text: string): Kind[] => lines(text).map(() => 'own')

/** Of `TEXT_FUNCTIONS`, those that read a mail and tell its own words. */
export const MAIL_FUNCTIONS: Record<string, (text: string, bytes: Buffer) => unknown> = {
  'channels/file-name fileName': (text) => fileName(text),
  'channels/mailbox/attributions attribution': (text) => attribution(lines(text), 0),
  'channels/mailbox/attributions linesApart': (text) => linesApart(text),
  'channels/mailbox/cut-word withWholeWord': (_, bytes) => withWholeWord(bytes),
  'channels/mailbox/enriched textOfEnriched': (text) => textOfEnriched(text),
  'channels/mailbox/entities withoutEntities': (text) => withoutEntities(text),
  'channels/mailbox/file-under-text isFileUnderText': (_, bytes) => isFileUnderText(bytes, null),
  'channels/mailbox/flowed isFlowedQuote': (text) => isFlowedQuote(text, text),
  'channels/mailbox/flowed withoutFlow': (text) => withoutFlow(text),
  'channels/mailbox/flowed unflowed': (text) => unflowed(text, 'text/plain'),
  'channels/mailbox/mail-inside saysSender': (_, bytes) => saysSender({ bytes }, ['a@b.example']),
  'channels/mailbox/other-words otherWords': (text, bytes) =>
    otherWords({ name: '', type: 'text/enriched', bytes, isAttached: false }, text),
  'channels/mailbox/own-lists unmarkOwnLists': (text) => unmarkOwnLists(lines(text), kinds(text), []),
  'channels/mailbox/own-words ownText': (text) => ownText(text),
  'channels/mailbox/quoting-heads headAt': (text) => headAt(lines(text), 0),
  'channels/mailbox/quoting-heads isIntroduced': (text) =>
    isIntroduced(lines(text), { from: 1, to: 1, is: 'quote', isSure: true }),
  'channels/mailbox/stretch isMarked': (text) => isMarked(text),
  'channels/mailbox/stretch isMarkedBelow': (text) => isMarkedBelow(lines(text), 0),
  'channels/mailbox/transfer-encodings hasLooseBreaks': (_, bytes) => hasLooseBreaks(bytes),
  'channels/mailbox/which-half isToldIn': (text) => isToldIn(text, text),
}
