/** Values that a form carries along unseen: the token of a submission, the revision a page was drawn from. Empty ones are left out. */
export function HiddenInputs({ values }: { values: Record<string, string | number | null | undefined> }) {
  return (
    <>
      {Object.entries(values).map(
        ([name, value]) =>
          value !== null && value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
