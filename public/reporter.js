// The one script of the reporter's pages. Without it they lose comfort, never function.
;(() => {
  const one = (query, from = document) => from.querySelector(query)
  const all = (query, from = document) => [...from.querySelectorAll(query)]
  const on = (name, query, act) => all(query).forEach((place) => place.addEventListener(name, (event) => act(place, event)))

  // reading begins at the mistake, or at what came of the act
  one('[data-focus]')?.focus()

  const count = (area) => {
    const { most } = area.dataset
    const has = area.value.trim().length
    one(`[data-counter="${area.id}"]`).textContent = (has ? has + ' / ' : '≤ ') + most
    area.setCustomValidity(has > most ? has + ' > ' + most : '')
  }
  on('input', 'textarea[data-most]', count)
  on('change', 'input[type=file]', (field) => {
    const sizes = [...field.files].map(({ size }) => size / 2 ** 20)
    const sum = sizes.reduce((before, size) => before + size, 0)
    one('[data-too-big]').hidden = sizes.length <= field.dataset.most && sum <= 30 && !sizes.some((size) => size > 10)
  })

  // an unfinished report stays in this tab alone; how to reach someone is never kept
  const kept = (form) => all('textarea:not([data-never-keep]), input.control:not([type=file])', form)
  const keep = (form) => (sessionStorage.kept = JSON.stringify(kept(form).map(({ name, value }) => [name, value])))
  try {
    if (one('[data-forget]')) delete sessionStorage.kept
    all('form[data-keep]').forEach((form) => {
      const before = Object.fromEntries(JSON.parse(sessionStorage.kept || '[]'))
      kept(form).forEach((field) => {
        if (field.value || !before[field.name]) return
        field.value = before[field.name]
        const fold = field.closest('details')
        if (fold) fold.open = true
      })
      one('[data-kept]', form).hidden = false
    })
    on('input', 'form[data-keep]', keep)
  } catch (_) {}
  all('textarea[data-most]').forEach(count)

  // what may tell who writes: shown beside the text, never sent
  const TELLING =
    /1[3-9]\d(?:[ -]?\d{4}){2}|\d{17}[\dXx]|[\w.+-]+@[\w-]+\.[\w.]+|(?:微信|QQ)号?[:： ]?[\w-]{5,}|[\u4e00-\u9fa5][A-Z][A-Z\d]{5,6}|(?:我叫|姓名|工号|身份证号)[^，。,.\s]{1,12}|(?:只有我|就我一个|我一个人)[^，。\n]{0,10}|\d?\d[:：点][0-5]\d分?/g
  on('input', '#text', show)
  function show() {
    const note = one('[data-telling]')
    const found = new Set(one('#text').value.match(TELLING))
    one('span', note).textContent = [...found].slice(0, 8).join(' · ')
    note.hidden = !found.size
  }
  if (one('#text')) show()

  // the proof of work: begins with the first letter, done long before the last
  const human = crypto.subtle && one('input[data-challenge]')
  let challenge = human && JSON.parse(human.dataset.challenge)
  let given = Date.now()
  let work
  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16))
  const solve = async () => {
    // given for 20 minutes
    if (Date.now() - given > 9e5) {
      const page = await (await fetch('/report')).text()
      challenge = JSON.parse(one('[data-challenge]', new DOMParser().parseFromString(page, 'text/html')).dataset.challenge)
      given = Date.now()
    }
    const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: cost }
    const password = bytes(nonce + '00000000')
    for (let counter = 0; ; counter++) {
      new DataView(password.buffer).setUint32(password.length - 4, counter)
      const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
      const bits = new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8))
      const derivedKey = [...bits].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      if (!derivedKey.startsWith(keyPrefix)) continue
      human.value = btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))
      return
    }
  }
  const begin = () => (work ??= solve().catch(() => {}))
  if (human) human.form.addEventListener('input', begin)

  // one click is enough; a report waits for its proof, ten seconds at most
  on('submit', 'form', async (form, event) => {
    const button = event.submitter
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    if (human?.form === form && !form.dataset.proved) {
      event.preventDefault()
      one('[data-sending]').textContent = human.dataset.checking
      if (Date.now() - given > 11e5) work = undefined
      await Promise.race([begin(), new Promise((go) => setTimeout(go, 10000))])
      form.dataset.proved = 'yes'
      delete form.dataset.sent
      // not within the event itself: the browser would take no second one
      return setTimeout(() => (form.requestSubmit || form.submit).call(form, button))
    }
    if (button?.dataset.busy) button.textContent = button.dataset.busy
  })
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())

  const code = one('output[name=receipt]')
  all('[data-copy], [data-print], [data-save]').forEach((button) => (button.hidden = false))
  on('click', '[data-print]', () => print())
  on('click', '[data-copy]', (button) => {
    getSelection().selectAllChildren(code)
    document.execCommand('copy')
    button.textContent = button.dataset.done
  })
  on('click', '[data-save]', ({ dataset }) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`\ufeff${dataset.note}\r\n\r\n${code.textContent}\r\n`]))
    link.download = dataset.file
    link.click()
  })

  // leaving replaces the page: the way back does not lead here
  on('click', 'a[data-leave]', (link, event) => {
    event.preventDefault()
    location.replace(link.href)
  })
  on('submit', 'form[data-leave]', (form, event) => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form))
    body.set('act', 'leave')
    const gone = () => location.replace('/cases')
    fetch(form.action, { method: 'POST', body }).then(gone, gone)
  })
})()
