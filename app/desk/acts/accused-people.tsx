import { CheckBox } from '#app/ui/check-box.tsx'
import type { Choices } from './choices.ts'

type AccusedPeopleProps = { id: string; name: string; label: string; choices: Choices; said: readonly string[] }

/** The officers whom the text was seen to accuse by name: who stays ticked stays away. Nothing, where it names nobody. */
export function AccusedPeople({ id, name, label, choices, said }: AccusedPeopleProps) {
  if (choices.accusedPeople.length === 0) return null
  return (
    <fieldset className="mb-5 [&_div]:mb-0">
      <legend className="font-medium">{label}</legend>
      {choices.accusedPeople.map((person) => (
        <CheckBox
          key={person.id}
          id={`${id}-${person.id}`}
          name={name}
          value={person.id}
          label={person.name}
          defaultChecked={said.includes(person.id)}
        />
      ))}
    </fieldset>
  )
}
