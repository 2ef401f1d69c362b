import type { Readable } from 'node:stream'
import type { House } from '#workflows/house.ts'

/** What a limit is about. Each has its own buckets. */
export type LimitedAct =
  | 'signInFrom'
  | 'signInAs'
  | 'oneTime'
  | 'ownPassword'
  | 'enrol'
  | 'report'
  | 'follow'
  | 'followSlip'

/** What the server hands to every loader and action, made anew for each request. */
export type RequestContext = {
  house: House
  /** of this answer's Content-Security-Policy */
  nonce: string
  /**
   * Takes one token from the bucket of this act: true while there is one. `who` absent: the asker's network
   * prefix, which stays in the server's memory and is told to nobody.
   */
  spend(act: LimitedAct, who?: string): boolean
  /** puts a token back that was taken for a guess which then proved right */
  giveBack?(act: LimitedAct, who?: string): void
  /** Adds a `Set-Cookie` to the answer, whatever the page answers. */
  setCookie(cookie: string): void
  /** the body as it comes from the network, where no web stream was made of it yet */
  incoming?: Readable
  /** what the page's action has answered already, before the page is drawn */
  answered?: unknown
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}
