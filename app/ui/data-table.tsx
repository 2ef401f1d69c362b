import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { TickAll, TickBox } from './tick-box.tsx'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** figures stand at the right, under each other */
  figures?: boolean
}

type DataTableProps<Row> = {
  /** what the table lists, for those who hear it */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** where the row leads: its first cell becomes the link, and the whole row can be clicked */
  to?: (row: Row) => string
  /** drawn in place of the table where there are no rows */
  empty?: ReactNode
  /** rows can be ticked, for the form with this id */
  tick?: Tick<Row>
}

/** `box`: what it sends, and what it is called where it is heard; `all`: the box over all of them, which needs scripts. */
export type Tick<Row> = {
  form: string
  name: string
  all: string
  box: (row: Row) => { value: string; label: string; ticked?: boolean }
}

/** A table that reads like a ledger, dense and still; on a narrow screen each row folds into a card that names its cells. */
export function DataTable<Row>({ caption, columns, rows, keyOf, to, empty, tick }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <table className="w-full border-collapse text-sm tabular-nums max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b-2 border-edge text-left text-muted">
          {tick && (
            <th scope="col" className="w-8 py-1.5 pl-2">
              <TickAll {...tick} />
            </th>
          )}
          {columns.map(({ key, head, figures }) => (
            <th key={key} scope="col" className={`px-2 py-1.5 font-medium ${figures ? 'text-right' : ''}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            data-row
            className="relative border-b border-line hover:bg-wash has-[a:focus-visible]:bg-qing-wash has-[input:checked]:bg-qing-wash max-md:mb-3 max-md:block max-md:rounded-md max-md:border max-md:bg-sheet max-md:px-3 max-md:py-2"
          >
            {tick && (
              // above the row's own link, and wide enough for a thumb
              <td className="relative z-1 w-8 py-1.5 pl-2 align-top max-md:absolute max-md:top-1 max-md:right-2">
                <TickBox {...tick} {...tick.box(row)} />
              </td>
            )}
            {columns.map(({ key, head, cell, figures }, at) => (
              <td
                key={key}
                className={`px-2 py-2 align-top max-md:flex max-md:gap-3 max-md:px-0 max-md:py-0.5 ${
                  figures ? 'text-right max-md:text-left' : ''
                }`}
              >
                <span className="hidden w-20 shrink-0 text-muted max-md:inline">{head}</span>
                {at === 0 && to ? (
                  <Link
                    to={to(row)}
                    className="font-medium text-qing no-underline after:absolute after:inset-0 hover:underline"
                  >
                    {cell(row)}
                  </Link>
                ) : (
                  <div className="min-w-0">{cell(row)}</div>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
