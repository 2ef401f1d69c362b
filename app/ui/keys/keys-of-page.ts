/** One key of this page and what it is called there. */
export type PageKey = { key: string; name: string }

/** The keys of the places that this page marks with `data-key`, in its order, each once. */
export function keysOfPage(): PageKey[] {
  const found = new Map<string, string>()
  for (const place of document.querySelectorAll<HTMLElement>('[data-key]')) {
    const { key = '', keyName } = place.dataset
    const name = keyName ?? place.querySelector('[data-key-name]')?.textContent ?? place.textContent
    if (name && !found.has(key)) found.set(key, name.trim())
  }
  return [...found].map(([key, name]) => ({ key, name }))
}

/** What else this page takes keys for. */
export const habitsOfPage = () => ({
  list: document.querySelector('tr[data-row]') !== null,
  ticks: document.querySelector('tr[data-row] input[type=checkbox]') !== null,
  form: document.querySelector('main form') !== null,
  back: document.querySelector('[data-back]') !== null,
})
