const CONTROLS = 'input:not([type=hidden]), select, textarea, button'
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement

/**
 * Goes where `data-key` says `key` leads: a link or button does what a click does, a field takes the cursor, a fold
 * opens and its first field without an answer takes the cursor, or else its one text, or its button. The same key again goes on to the next of its places.
 * Answers whether there was such a place.
 */
export function reach(key: string): boolean {
  const places = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].filter(isThere)
  const at = places.findIndex((place) => place.contains(document.activeElement))
  const place = places[(at + 1) % places.length]
  if (!place) return false
  if (place instanceof HTMLDetailsElement) openFold(place)
  else if (place.matches('input:not([type=checkbox]), select, textarea')) place.focus()
  else place.click()
  return true
}

/** Opens a fold and those around it, and goes to what is to be done in it. */
export function openFold(fold: HTMLDetailsElement): void {
  for (let each: Element | null | undefined = fold; each; each = each.parentElement?.closest('details'))
    if (each instanceof HTMLDetailsElement) each.open = true
  const controls = [...fold.querySelectorAll<Control>(CONTROLS)].filter(({ disabled }) => !disabled)
  const texts = controls.filter((control) => control instanceof HTMLTextAreaElement)
  const [text] = texts.length === 1 ? texts : []
  const next = controls.find(isUnanswered) ?? text ?? controls.find(({ type }) => type === 'submit') ?? controls[0]
  next?.focus()
  // a text that is begun already goes on at its end
  if (next instanceof HTMLTextAreaElement) next.setSelectionRange(next.value.length, next.value.length)
  fold.scrollIntoView({ block: 'nearest' })
}

/** A field that must be answered and is not. */
const isUnanswered = (control: Control) => 'required' in control && control.required && !control.validity.valid

/** What a closed fold or a screen too narrow for it hides is not there, but for the folds that a key may open. */
const isThere = (place: HTMLElement) =>
  place instanceof HTMLDetailsElement || place.checkVisibility({ visibilityProperty: true })
