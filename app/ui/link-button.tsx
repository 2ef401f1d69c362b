import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { buttonLook, type ButtonLook } from './button-look.ts'
import { KeyCap } from './keys/key-cap.tsx'

type LinkButtonProps = {
  to: string
  children: ReactNode
  look?: ButtonLook
  small?: boolean
  download?: string
  /** the one letter that does the same from the keyboard */
  letter?: string
}

/** A link to another page or file that is offered like a button. */
export function LinkButton({ to, children, look = 'quiet', small, download, letter }: LinkButtonProps) {
  return download === undefined ? (
    <Link to={to} className={buttonLook(look, small)} data-key={letter} aria-keyshortcuts={letter}>
      <span data-key-name>{children}</span>
      {letter && <KeyCap letter={letter} />}
    </Link>
  ) : (
    <a href={to} download={download} className={buttonLook(look, small)}>
      {children}
    </a>
  )
}
