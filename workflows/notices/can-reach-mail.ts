import { createTransport } from 'nodemailer'
import { SECOND } from '#workflows/clock.ts'

const PATIENCE = 5 * SECOND

/** Whether the mail server answers, and takes the login of `url`. Nothing is sent. */
export async function canReachMail({ url }: { url: string }): Promise<boolean> {
  const waits = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE }
  const transport = createTransport({ url, ...waits, disableFileAccess: true, disableUrlAccess: true })
  try {
    return await transport.verify()
  } catch {
    return false
  } finally {
    transport.close()
  }
}
