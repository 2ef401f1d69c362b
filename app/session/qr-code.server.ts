import { renderSVG } from 'uqr'

/** A text as a QR code, to stand in the page itself: nothing is asked from elsewhere. */
export const qrCode = (text: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(renderSVG(text, { border: 4 })).toString('base64')}`
