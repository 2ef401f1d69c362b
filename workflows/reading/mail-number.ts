/** By what officers call a mail in quarantine, on the desk and in the record alike: eight digits of its random id, in fours. */
export const mailNumber = (id: string): string =>
  id
    .replaceAll('-', '')
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(....)/, '$1-')
