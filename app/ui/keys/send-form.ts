/** Sends the form the cursor stands in, as its first button would. Answers whether there was one. */
export function sendForm(): boolean {
  const form = document.activeElement?.closest('form')
  if (!form) return false
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button:not([type=button]):not(:disabled)'))
  return true
}
