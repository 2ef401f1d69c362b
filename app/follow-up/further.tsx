import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import { useDueWord } from '#app/ui/unannounced.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { ActForm, type Asks } from './act-form.tsx'
import { typedFor } from './typed-act.ts'

/** What can be done without being asked: appeal, add, and, quietly and always, say that someone is after one; take it back. */
export function Further(asks: Asks) {
  const { t } = useTranslation('followUp')
  const { thread, typed } = asks
  const may = (act: (typeof thread.acts)[number]) => thread.acts.includes(act)
  const isOpen = (act: string) => typedFor(typed, act) !== undefined
  return (
    <>
      {may('appeal') && (
        <Fold summary={t('appeal.title')} hint={t('appeal.help')} open>
          <ActForm {...asks} act="appeal" send={t('appeal.send')} text={{ label: t('appeal.label') }} />
        </Fold>
      )}
      {may('supplement') && !thread.question && (
        <Fold summary={t('supplement.title')} open={isOpen('supplement')}>
          <ActForm
            {...asks}
            act="supplement"
            send={t('supplement.send')}
            text={{ label: t('supplement.label'), help: t('supplement.help') }}
          />
        </Fold>
      )}
      {may('reportReprisal') && (
        <Fold summary={t('reprisal.title')} open={isOpen('reportReprisal')}>
          <Reprisal {...asks} />
        </Fold>
      )}
      {may('withdraw') && (
        <Fold summary={t('withdraw.title')} open={isOpen('withdraw')}>
          <Withdrawal {...asks} />
        </Fold>
      )}
    </>
  )
}

function Reprisal(asks: Asks) {
  const { t } = useTranslation('followUp')
  const dueWord = useDueWord()
  const { reprisal } = asks.thread
  const open = reprisal?.by ? t('reprisal.open', { day: dueWord(reprisal.by) }) : t('reprisal.openNoDay')
  return (
    <>
      <p className="mb-2">{reprisal ? open : t('reprisal.lead')}</p>
      <p className="mb-4 font-medium">{t('reprisal.danger')}</p>
      <ActForm
        {...asks}
        act="reportReprisal"
        send={t('reprisal.send')}
        text={{ label: t('reprisal.label'), help: t('reprisal.help') }}
      />
    </>
  )
}

/** Two steps: to open it and read what it means, then to say yes. */
function Withdrawal(asks: Asks) {
  const { t } = useTranslation('followUp')
  const mine = typedFor(asks.typed, 'withdraw')
  const unsure = mine && asks.mistakes.find(({ field }) => field === 'sure')
  return (
    <>
      <p className="mb-3">{t(`withdraw.${takenBack(asks.thread)}`)}</p>
      <ActForm
        {...asks}
        act="withdraw"
        send={t('withdraw.send')}
        look="danger-quiet"
        text={{ label: t('withdraw.text'), optional: true, rows: 2 }}
      >
        <CheckBox
          name="sure"
          id="withdraw-sure"
          label={t('withdraw.sure')}
          error={unsure && t(`mistake.${unsure.problem}`)}
          defaultChecked={mine?.sure}
          required
        />
      </ActForm>
    </>
  )
}

/** What taking it back does: before letters, after them, and where two units have what others reported as well. */
const takenBack = ({ withdrawCloses, lettersOut }: Asks['thread']) =>
  !withdrawCloses ? 'noted' : lettersOut ? 'leaves' : 'closes'
