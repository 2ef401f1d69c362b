import type { ReactNode } from 'react'

/** A place with nothing in it: what that means, and what can be done. Also for what is gone, forbidden or failed. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="my-8 rounded-md border border-dashed border-edge px-6 py-10 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-measure text-muted">{children}</div>}
    </div>
  )
}
