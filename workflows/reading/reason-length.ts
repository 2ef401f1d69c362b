/** How long the line is by which a case opens, in characters: too short says nothing, too long is no line. */
export const REASON = { least: 4, most: 200 } as const
