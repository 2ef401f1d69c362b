// The one script of the reporter's pages. Without it they lose comfort, never function.
;(() => {
  const one = (query, from = document) => from.querySelector(query)
  const all = (query, from = document) => [...from.querySelectorAll(query)]
  const on = (name, query, act) => all(query).forEach((place) => place.addEventListener(name, (event) => act(place, event)))
  const show = (query, is) => all(query).forEach((place) => (place.hidden = !is))

  // reading begins at the mistake, or at what came of the act
  one('[data-focus]')?.focus()
  show('[data-shown], [data-copy], [data-print], [data-save]', true)

  const count = (area) => {
    const { most } = area.dataset
    const has = area.value.trim().length
    one(`[data-counter="${area.id}"]`).textContent = has > most * 0.9 ? has + ' / ' + most : ''
    area.setCustomValidity(has > most ? has + ' > ' + most : '')
  }
  on('input', 'textarea[data-most]', count)

  // a second choosing adds to the first; each file can be taken out again
  const chosen = new WeakMap()
  const MB = 2 ** 20
  function list(field, files) {
    const picked = new DataTransfer()
    files.forEach((file) => picked.items.add(file))
    chosen.set(field, files)
    field.files = picked.files
    const sizes = files.map(({ size }) => size / MB)
    const sum = sizes.reduce((before, size) => before + size, 0)
    const isTooBig = sizes.length > field.dataset.most || sum > 30 || sizes.some((size) => size > 10)
    const said = one('[data-too-big]')
    said.hidden = !isTooBig
    field.setCustomValidity(isTooBig ? said.textContent : '')
    const place = one('[data-files]')
    place.textContent = ''
    files.forEach((file, at) => {
      const line = place.appendChild(document.createElement('span'))
      line.className = 'block'
      line.textContent = `${file.name} · ${file.size < MB ? Math.ceil(file.size / 1024) + ' KB' : (file.size / MB).toFixed(1) + ' MB'} `
      const button = line.appendChild(document.createElement('button'))
      button.type = 'button'
      button.className = 'link min-h-11 px-2'
      button.textContent = place.dataset.remove
      button.setAttribute('aria-label', `${place.dataset.remove} ${file.name}`)
      button.onclick = () => {
        list(field, files.filter((_, other) => other !== at))
        field.focus()
      }
    })
  }
  on('change', 'input[type=file]', (field) => {
    const before = chosen.get(field) || []
    const isNew = (file) => !before.some(({ name, size }) => name === file.name && size === file.size)
    list(field, [...before, ...[...field.files].filter(isNew)])
  })

  // what is unfinished stays in this tab alone; how to reach someone is never kept
  const FIELDS = 'textarea:not([data-never-keep]), input.control:not([type=file]), input[type=checkbox], input[type=radio]'
  const isBox = ({ type }) => type === 'checkbox' || type === 'radio'
  const nameOf = (field) => (isBox(field) ? field.name + '=' + field.value : field.name)
  const keep = (form) => {
    const said = all(FIELDS, form).map((field) => [nameOf(field), isBox(field) ? field.checked : field.value])
    sessionStorage.setItem(form.dataset.keep, JSON.stringify(said))
  }
  try {
    on('submit', 'form[data-leave]', () => sessionStorage.clear())
    all('[data-forget]').forEach(({ dataset }) => sessionStorage.removeItem(dataset.forget))
    all('form[data-keep]').forEach((form) => {
      const said = JSON.parse(sessionStorage.getItem(form.dataset.keep) || '[]')
      const before = Object.fromEntries(said)
      // a page that brings back what was typed knows better than this tab
      const isBack = all(FIELDS, form).some((field) => (isBox(field) ? field.checked : field.value))
      all(FIELDS, form).forEach((field) => {
        const was = before[nameOf(field)]
        if (isBack || !was) return
        if (isBox(field)) field.checked = was
        else field.value = was
        for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
      })
      show('[data-kept]', true)
    })
    const keeping = (form) => keep(form)
    on('input', 'form[data-keep]', keeping)
    on('change', 'form[data-keep]', keeping)
  } catch (_) {}
  all('textarea[data-most]').forEach(count)

  // what may tell who writes: shown beside the text, never sent
  const TELLING =
    /1[3-9]\d(?:[ -]?\d{4}){2}|\d{17}[\dXx]|[\w.+-]+@[\w-]+\.[\w.]+|(?:微信|QQ)号?[:： ]?[\w-]{5,}|[\u4e00-\u9fa5][A-Z][A-Z\d]{5,6}|(?:我叫|姓名|工号|身份证号)[^，。,.\s]{1,12}|(?:只有我|就我一个|我一个人)[^，。\n]{0,10}|\d?\d[:：点][0-5]\d分?/g
  on('input', '#text', tell)
  function tell() {
    const note = one('[data-telling]')
    const found = new Set(one('#text').value.match(TELLING))
    one('span', note).textContent = [...found].slice(0, 8).join(' · ')
    note.hidden = !found.size
  }
  if (one('#text')) tell()

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

  // without a network the page with all that is on it stays
  const isThere = () =>
    Promise.race([
      fetch('/robots.txt', { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false),
      new Promise((go) => setTimeout(() => go(true), 5000)),
    ])
  const add = (form, name, value) =>
    Object.assign(form.appendChild(document.createElement('input')), { type: 'hidden', name, value })
  // a form goes without its files, and names them
  const withoutFiles = (form) =>
    all('input[type=file]', form).forEach((field) => {
      field.disabled = true
      for (const { name } of field.files) add(form, 'fileAgain', name)
    })
  // files first, beside the page, so that it can say how far they are: true once all is received
  const upload = (form, button) =>
    new Promise((go) => {
      const request = new XMLHttpRequest()
      request.open('POST', form.action)
      request.upload.onprogress = ({ loaded, total }) => {
        button.textContent = `${form.dataset.progress} ${Math.floor((loaded / total) * 100)}%`
      }
      request.onload = () => {
        if (request.responseText.includes('data-forget')) return go(true)
        document.open()
        document.write(request.responseText)
        document.close()
      }
      request.onerror = () => go(false)
      request.send(new FormData(form))
    })

  // one click is enough; a report waits for its proof, ten seconds at most
  on('submit', 'form', async (form, event) => {
    const button = event.submitter || one('[data-busy]', form)
    // only read otherwise: the files stay here
    if (button && 'reading' in button.dataset) return withoutFiles(form)
    if (form.dataset.ready) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    const said = button?.textContent
    const busy = () => button?.dataset.busy && (button.textContent = button.dataset.busy)
    if (!form.dataset.keep) return busy()
    event.preventDefault()
    show('[data-offline]', false)
    const proof = human?.form === form
    if (proof) {
      one('[data-sending]').textContent = human.dataset.checking
      if (Date.now() - given > 11e5) work = undefined
      await Promise.race([begin(), new Promise((go) => setTimeout(go, 10000))])
    }
    busy()
    const hasFiles = all('input[type=file]', form).some(({ files }) => files.length)
    if (!(await (hasFiles ? upload(form, button) : isThere()))) {
      delete form.dataset.sent
      if (button) button.textContent = said
      return show('[data-offline]', true)
    }
    // the words alone then bring the page that can be loaded again: the same form is the same report
    if (hasFiles) {
      withoutFiles(form)
      add(form, 'asked', 'yes')
      add(form, 'uploaded', 'yes')
    }
    form.dataset.ready = 'yes'
    // not within the event itself: the browser would take no second one
    setTimeout(() => (form.requestSubmit || form.submit).call(form, button))
  })
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())

  const code = one('output[name=receipt]')
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
  on('submit', 'form[data-leave]', (form, event) => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form))
    body.set('act', 'leave')
    const gone = () => location.replace('/cases')
    fetch(form.action, { method: 'POST', body }).then(gone, gone)
  })
})()
