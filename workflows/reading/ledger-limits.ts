/** A file holds no more: making it stops every other answer for most of a second. */
export const MOST_IN_FILE = 10_000
/** A printed ledger holds no more, some forty sheets. */
export const MOST_PRINTED = 1_000
