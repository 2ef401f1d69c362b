import { useEffect, useState } from 'react'

type TickBoxProps = { form: string; name: string; value: string; label: string; ticked?: boolean }

/** The box before a row of a ledger: it belongs to a form that stands elsewhere on the page. */
export function TickBox({ form, name, value, label, ticked }: TickBoxProps) {
  return (
    <label className="flex size-7 items-center justify-center">
      <span className="sr-only">{label}</span>
      <input type="checkbox" {...{ form, name, value }} defaultChecked={ticked} className="size-4.5 accent-qing" />
    </label>
  )
}

/** The box over all boxes of a form. Without scripts it could do nothing, and is not there. */
export function TickAll({ form, name, all }: { form: string; name: string; all: string }) {
  const [heard, setHeard] = useState<'no' | 'some' | 'all'>('no')
  useEffect(() => setHeard(boxesOf(form, name).every(({ checked }) => checked) ? 'all' : 'some'), [form, name])
  if (heard === 'no') return <span className="sr-only">{all}</span>
  const tickAll = (checked: boolean) => {
    for (const box of boxesOf(form, name)) if (box.checked !== checked) box.click()
  }
  return (
    <label className="flex size-7 items-center justify-center">
      <span className="sr-only">{all}</span>
      <input
        type="checkbox"
        data-key="X"
        data-key-name={all}
        defaultChecked={heard === 'all'}
        className="size-4.5 accent-qing"
        onChange={({ target }) => tickAll(target.checked)}
      />
    </label>
  )
}

/** The boxes of a form, wherever they stand. */
export const boxesOf = (form: string, name: string): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${form}"][name="${name}"]`),
]
