import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import type { SampleAccount } from '#workflows/settings-desk/sample-sign-in.ts'
import { STAFF_DOORS, type StaffDoor } from './staff-doors.ts'

type Account = Pick<SampleAccount, 'login' | 'name' | 'unit' | 'roles'> & { door: StaffDoor }

/** Who one can be in the sample town, door by door. */
export function SampleTown({ accounts, back }: { accounts: Account[]; back: string | null }) {
  const { t } = useTranslation('session')
  const doors = STAFF_DOORS.map(({ door }) => ({ door, people: accounts.filter((one) => one.door === door) }))
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-lg">{t('sample.title')}</h2>
      <p className="mt-2 text-muted">{accounts.length > 0 ? t('sample.lead') : t('sample.hidden')}</p>
      {doors.map(
        ({ door, people }) =>
          people.length > 0 && (
            <section key={door} className="mt-5">
              <h3 className="text-base">{t(`doors.${door}`)}</h3>
              <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
                {people.map((person) => (
                  <li key={person.login}>
                    <AccountLink person={person} back={back} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </section>
  )
}

function AccountLink({ person, back }: { person: Account; back: string | null }) {
  const { t, i18n } = useTranslation('session')
  const address = new URLSearchParams({ as: person.login, ...(back ? { back } : {}) })
  return (
    <a href={`/sign-in?${address}`} className="inline-flex min-h-11 flex-col justify-center py-1 no-underline">
      <span className="link">
        {person.name} · {person.roles.map((role) => t(`roles.${role}`)).join(commaOf(i18n.language))}
      </span>
      <span className="text-sm text-muted">
        {person.unit} · {person.login}
      </span>
    </a>
  )
}
