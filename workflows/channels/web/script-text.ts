/** How a text begins that a computer runs, or draws as a page with whatever is in it. */
const BEGINS = [
  /^#!/,
  /^<(?:!doctype|html|head|body|script|svg|hta:|\?xml|job|package|iframe|meta|object|embed|form)\b/i,
  /^(?:regedit4|windows registry editor)\b/i,
  /^\[(?:internetshortcut|autorun|desktop entry|shellclassinfo|\.shellclassinfo|version)\]/i,
  /^@?echo\s+(?:off|on)\b/i,
  /^(?:@?setlocal|rem\s+\S)/i,
  /^mime-version:.*\n(?:.*\n){0,20}?content-type:\s*multipart\/related/i,
]

/** What no letter to an office says, wherever in it: calls that start programs, and markup that runs. */
const SAYS = [
  /<script[\s>]|<hta:application|javascript:\s*\S|vbscript:\s*\S|\bonerror\s*=\s*["']/i,
  /\bcreateobject\s*\(\s*["'][\w.]+["']\s*\)|\bnew\s+activexobject\b|\bwscript\.(?:shell|createobject|echo|sleep|quit)\b/i,
  /\b(?:powershell|pwsh)(?:\.exe)?\s+-|\binvoke-(?:expression|webrequest|command)\b|\bnew-object\s+(?:-\w+\s+)?[\w.]+|\bstart-process\b/i,
  /\bcmd(?:\.exe)?\s+\/[ck]\b|\b(?:mshta|rundll32|regsvr32|certutil|bitsadmin)(?:\.exe)?\s+\S/i,
  /\beval\s*\(\s*(?:atob|unescape|function|string\.fromcharcode)/i,
  /^[ \t]*(?:import\s+(?:os|sys|subprocess)\b|from\s+(?:os|subprocess)\s+import\b|require\s*\(\s*["']child_process)/im,
]

/** Whether a text is a script or a page, whatever its file is called. */
export function isScript(text: string): boolean {
  const own = text.replace(/^\ufeff/, '').trimStart()
  return BEGINS.some((form) => form.test(own)) || SAYS.some((form) => form.test(own))
}
