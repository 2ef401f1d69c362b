import type { ButtonHTMLAttributes } from 'react'
import { buttonLook, type ButtonLook } from './button-look.ts'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> & {
  look?: ButtonLook
  small?: boolean
  /** the act is on its way: the button says so in `busyLabel` and takes no second click */
  busy?: boolean
  busyLabel?: string
  /** the one letter that does the same from the keyboard */
  letter?: string
}

/** A button that submits its form unless told otherwise. `data-busy` lets the script of a page without React say what is being done. */
export function Button({ look = 'primary', small, busy, busyLabel, letter, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      {...rest}
      className={buttonLook(look, small)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={letter}
      data-busy={busyLabel}
    >
      {busy && busyLabel ? busyLabel : children}
      {letter && (
        <kbd
          aria-hidden="true"
          className="rounded-sm border border-current px-1 font-mono text-xs leading-tight font-normal opacity-80 max-md:hidden print:hidden [@media(scripting:none)]:hidden"
        >
          {letter}
        </kbd>
      )}
    </button>
  )
}
