import { useTranslation } from 'react-i18next'
import { type FormValues, typedInto } from '#app/http/form-values.ts'
import { CheckBox } from '#app/ui/check-box.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { UnitChoice } from '#workflows/reading/people.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { groupsOf } from './unit-groups.ts'

type PersonFieldsProps = {
  units: readonly UnitChoice[]
  now: { name: string; email: string | null; mobile?: string | null; unit: string; roles: readonly Role[] }
  typed: FormValues | undefined
  faultOf: (field: string) => string | undefined
}

/** What an administrator says of somebody, whether the account is opened or changed. */
export function PersonFields({ units, now, typed, faultOf }: PersonFieldsProps) {
  const { t } = useTranslation('people')
  const field = (name: 'name' | 'email' | 'mobile' | 'unit') => ({
    name,
    label: t(`fields.${name}`),
    error: faultOf(name),
  })
  const held: readonly string[] = typed ? (typed.roles ?? []) : now.roles
  return (
    <>
      <TextInput {...field('name')} autoComplete="off" defaultValue={typedInto(typed, 'name') ?? now.name} />
      <TextInput
        {...field('email')}
        type="email"
        help={t('help.email')}
        optional
        autoComplete="off"
        defaultValue={typedInto(typed, 'email') ?? now.email ?? ''}
      />
      <TextInput
        {...field('mobile')}
        type="tel"
        help={t('help.mobile')}
        optional
        autoComplete="off"
        defaultValue={typedInto(typed, 'mobile') ?? now.mobile ?? ''}
      />
      <Select
        {...field('unit')}
        help={t('help.unit')}
        none={t('choose')}
        groups={groupsOf(units)}
        defaultValue={typedInto(typed, 'unit') ?? now.unit}
      />
      <fieldset id="roles" className={`mb-5 ${faultOf('roles') ? 'border-l-4 border-ink pl-3' : ''}`}>
        <legend className="font-medium">{t('fields.roles')}</legend>
        {faultOf('roles') && <FieldError id="roles-error">{faultOf('roles')}</FieldError>}
        <p className="text-sm text-muted">{t('help.roles')}</p>
        <div className="mt-1 grid gap-x-6 sm:grid-cols-2 [&>div]:mb-0">
          {ROLES.map((role) => (
            <CheckBox
              key={role}
              id={`role-${role}`}
              name="roles"
              value={role}
              label={t(`roles.${role}`)}
              defaultChecked={held.includes(role)}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

/** What is wrong with an account, in words. */
export function usePersonFault(): (fault: Fault) => string {
  const { t, i18n } = useTranslation('people')
  return ({ field, problem, with: role }) =>
    t(`problems.${problem}` as 'problems.missing', {
      field: i18n.exists(`people:fields.${field}`) ? t(`fields.${field}` as 'fields.name') : field,
      role: role && t(`roles.${role}` as 'roles.clerk'),
    })
}
