import type { ReactNode } from 'react'

export type Said = { key: string; from: 'office' | 'you'; who: string; at: string; text: ReactNode }

/** Everything said between the office and a reporter: the office at the left, you at the right, each named in words. */
export function ThreadBubbles({ said, label }: { said: readonly Said[]; label: string }) {
  return (
    <ol aria-label={label} className="mb-6 space-y-4">
      {said.map(({ key, from, who, at, text }) => (
        <li key={key} className={from === 'you' ? 'ml-8 sm:ml-20' : 'mr-8 sm:mr-20'}>
          <p className={`mb-1 text-sm text-muted ${from === 'you' ? 'text-right' : ''}`}>
            <span className="font-medium">{who}</span> · {at}
          </p>
          <div
            className={`rounded-md px-4 py-3 whitespace-pre-line ${
              from === 'you' ? 'bg-qing-wash' : 'border border-line bg-sheet'
            }`}
          >
            {text}
          </div>
        </li>
      ))}
    </ol>
  )
}
