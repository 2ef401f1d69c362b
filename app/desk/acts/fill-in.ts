/** Words by the name of the field they stand in; for a choice, the value that is chosen. */
export type Words = Record<string, string>

/** Puts words into the fields of a form, as if they were typed; gives back what stood there before. */
export function fillIn(form: HTMLFormElement, words: Words): Words {
  const before: Words = {}
  for (const [name, text] of Object.entries(words)) {
    const field = form.elements.namedItem(name)
    if (!(field instanceof RadioNodeList || field instanceof HTMLTextAreaElement)) continue
    before[name] = field.value
    field.value = text
    if (field instanceof RadioNodeList && text === '') for (const choice of field) uncheck(choice)
    // what counts the letters hears of it
    if (field instanceof HTMLTextAreaElement) field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return before
}

function uncheck(choice: Node): void {
  if (choice instanceof HTMLInputElement) choice.checked = false
}
