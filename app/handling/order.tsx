import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { OrderPaper } from '#app/ui/order-paper.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { readLetterOrder } from '#workflows/reading/letter-page.ts'
import { HANDLING_ROLES } from './handling-roles.ts'

export const handle = { title: 'oversight:paper.order' }

export const loader = forStaff(HANDLING_ROLES, async ({ house, by, params }) => {
  const letter = params.letter ?? ''
  const order = await readLetterOrder(house, by, letter, params.order ?? '')
  if (!order) throw problem('404')
  return { order, letter }
})

/** The order as the unit files it; it is answered on the page of the letter. */
export default function Order() {
  const { t } = useTranslation('oversight')
  const { order, letter } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-4 print:hidden">
        <Link to={`/handling/letters/${letter}`} className="link text-sm">
          {t('onLetter.backToLetter')}
        </Link>
        <PrintButton />
      </p>
      <OrderPaper order={order} />
    </>
  )
}
