/** A colour as "#rrggbb". */
export type Colour = string

/** Relative luminance, 0 for black to 1 for white (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, RGAA 3.2). */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** The grounds of the light look that a structure's colour is read on, and white, which is read on it. */
export const lightGrounds: readonly Colour[] = ['#ffffff', '#faf5ea', '#f5eedf', '#e2efed']

/** What RGAA 3.2 asks of text of any size. */
export const leastContrast = 4.5

/** The poorest contrast this colour would have on our pages. */
export function poorestContrast(colour: Colour): number {
  return Math.min(...lightGrounds.map((ground) => contrast(colour, ground)))
}
