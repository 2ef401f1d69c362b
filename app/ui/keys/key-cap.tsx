/** The letter that does it, beside what it does. Not drawn where there is no keyboard to think of, nor a script to hear it. */
export function KeyCap({ letter }: { letter: string }) {
  return (
    <kbd
      aria-hidden="true"
      className="rounded-sm border border-edge px-1 font-mono text-xs leading-tight font-normal text-muted max-md:hidden print:hidden [@media(scripting:none)]:hidden"
    >
      {letter}
    </kbd>
  )
}
