/** What leads on · what can also be done · what cannot be taken back and is therefore said quietly. */
export type ButtonLook = 'primary' | 'quiet' | 'danger-quiet'

const SHAPE =
  'inline-flex items-center justify-center gap-2 rounded-md border font-medium no-underline select-none disabled:opacity-60 disabled:cursor-not-allowed print:hidden'
const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-qing bg-qing text-on-qing hover:bg-qing-deep hover:border-qing-deep',
  quiet: 'border-edge bg-sheet text-ink hover:border-qing hover:text-qing',
  'danger-quiet': 'border-dashed border-edge bg-transparent text-muted hover:border-ink hover:text-ink',
}

/** The classes of a button or of a link that looks like one; 44 px high for thumbs, `small` for desks. Nobody presses paper. */
export const buttonLook = (look: ButtonLook, small = false) =>
  `${SHAPE} ${LOOKS[look]} ${small ? 'min-h-8 px-3 text-sm' : 'min-h-11 px-5 py-1.5'}`
