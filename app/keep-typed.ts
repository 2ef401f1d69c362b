/**
 * What is typed into a text area before the page's scripts are alive. React writes the first text of an area back into
 * it as the page comes alive, but leaves alone an area whose first text is no longer the one it drew: so what was typed
 * becomes the first text, until `release` is called.
 */
export function keepTyped(page: Document): { release(): void } {
  const keep = (area: unknown) => {
    if (area instanceof HTMLTextAreaElement && area.value !== area.defaultValue) area.defaultValue = area.value
  }
  const onInput = ({ target }: Event) => keep(target)
  for (const area of page.querySelectorAll('textarea')) keep(area)
  page.addEventListener('input', onInput, true)
  return { release: () => page.removeEventListener('input', onInput, true) }
}
