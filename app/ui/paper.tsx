import type { ReactNode } from 'react'

type PaperProps = {
  /** the issuing body, above everything: 云澜市整治形式主义…专项工作机制办公室 */
  issuer: ReactNode
  /** the number of the letter */
  number?: ReactNode
  title: ReactNode
  /** who signs and when, at the lower right, with room for the seal */
  signed: ReactNode
  on: ReactNode
  children: ReactNode
  /** what others added to it later, below the signature */
  below?: ReactNode
}

/** A letter as officials file it: one A4 page, on screen a sheet on the desk, in print nothing but itself. */
export function Paper({ issuer, number, title, signed, on, children, below }: PaperProps) {
  return (
    <article className="paper mx-auto mb-8 border print:mb-0 border-line bg-sheet font-letter shadow-sm print:border-0 print:shadow-none">
      <header className="text-center">
        <p className="border-b-2 border-ink pb-3 text-lg font-semibold text-balance sm:text-xl">{issuer}</p>
        {number && <p className="mt-2 text-right text-sm tabular-nums">{number}</p>}
        <h1 className="my-6 text-xl print:my-4">{title}</h1>
      </header>
      <div className="space-y-3">{children}</div>
      <footer className="mt-10 flex print:mt-2 justify-end">
        <div className="px-6 pt-10 pb-4 text-center">
          <p>{signed}</p>
          <p className="tabular-nums">{on}</p>
        </div>
      </footer>
      {below}
    </article>
  )
}
