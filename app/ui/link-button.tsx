import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { buttonLook, type ButtonLook } from './button-look.ts'

type LinkButtonProps = { to: string; children: ReactNode; look?: ButtonLook; small?: boolean; download?: string }

/** A link to another page or file that is offered like a button. */
export function LinkButton({ to, children, look = 'quiet', small, download }: LinkButtonProps) {
  return download === undefined ? (
    <Link to={to} className={buttonLook(look, small)}>
      {children}
    </Link>
  ) : (
    <a href={to} download={download} className={buttonLook(look, small)}>
      {children}
    </a>
  )
}
