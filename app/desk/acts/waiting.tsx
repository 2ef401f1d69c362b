import { useTranslation } from 'react-i18next'
import type { DeskAct } from './act-fields.ts'
import type { Choices } from './choices.ts'

const ABOUT: Record<NonNullable<Choices['waiting']>['kind'], readonly DeskAct[]> = {
  refusal: ['confirmRefusal', 'declineRefusal'],
  override: ['confirmOverride', 'declineOverride'],
  reply: ['approveReply', 'returnReply'],
  noReply: ['confirmNoReply', 'declineNoReply'],
  finding: ['confirmFinding', 'sendBackFinding', 'signUnverifiable'],
}

/** What the first person wrote: nobody signs what they have not read. */
export function Waiting({ type, waiting }: { type: DeskAct; waiting: Choices['waiting'] }) {
  const { t } = useTranslation(['acts', 'case'])
  if (!waiting || !ABOUT[waiting.kind].includes(type)) return null
  return (
    <blockquote className="mb-4 border-l-4 border-qing bg-wash px-3 py-2">
      <p className="text-sm text-muted">{t(`acts:waiting.${waiting.kind}`)}</p>
      {waiting.reason && <p className="font-medium">{t(reasonKey(waiting))}</p>}
      <p className="whitespace-pre-wrap">{waiting.text}</p>
    </blockquote>
  )
}

type Given = NonNullable<Choices['waiting']>
/** The reason or ground by its code, in words. */
const reasonKey = ({ kind, reason }: Given) =>
  kind === 'refusal'
    ? (`case:refusalReasons.${reason}` as 'case:refusalReasons.elsewhere')
    : (`case:noReplyGrounds.${reason}` as 'case:noReplyGrounds.secret')
