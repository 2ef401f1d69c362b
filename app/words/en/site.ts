import type { site as zh } from '#app/words/zh-CN/site.ts'

/** Words that every page shares. */
export const site: typeof zh = {
  name: 'Huiyin 回音',
  motto: 'Every matter lands somewhere, every voice gets an answer',
  town: 'Yunlan City mechanism for curbing formalism and relieving the grassroots',
  skip: 'Skip to the text',
  header: {
    nav: 'Main pages',
    report: 'Report',
    follow: 'I have a code',
    cases: 'Typical cases',
    about: 'About',
  },
  footer: {
    what: 'Reports of burdens on the grassroots are taken here. No registration, and nobody asks who you are.',
    protection: 'Protection and its limits',
    staff: 'Staff sign-in',
  },
  staff: { doors: 'Work', signOut: 'Sign out', who: 'Signed in' },
  language: { name: 'Language', zh: '中文', en: 'English' },
  size: { name: 'Letter size', standard: 'Standard', large: 'Large', larger: 'Largest' },
  buttons: {
    send: 'Send',
    sending: 'Sending…',
    save: 'Save',
    saving: 'Saving…',
    open: 'Open',
    back: 'Back',
    cancel: 'Cancel',
    print: 'Print',
    copy: 'Copy',
    download: 'Download',
    search: 'Search',
    next: 'Next page',
    previous: 'Previous page',
  },
  form: {
    optional: 'optional',
    mistakes: 'Not sent yet: please put these right first',
    nothingLost: 'Everything you wrote is still here.',
  },
  due: {
    left: '{{days}} days left',
    tomorrow: 'due tomorrow',
    today: 'due today',
    lateByOne: 'overdue by 1 day',
    late: 'overdue by {{days}} days',
    provisional: 'provisional: holidays not announced',
    dayProvisional: '{{day}} (provisional: holidays not announced)',
  },
}
