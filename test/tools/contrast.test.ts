import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const tokens = readFileSync(resolve(__dirname, '../../src/ui/_tokens.scss'), 'utf8')
const theme = JSON.parse(readFileSync(resolve(__dirname, '../../src/theme.json'), 'utf8')) as Record<
  Scheme,
  Readonly<Record<string, string>>
>

const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

/** The colours of one scheme by their names. */
const coloursOf = (scheme: Scheme): ReadonlyMap<string, string> => {
  const block = new RegExp(`@mixin ${scheme} \\{([^}]*)\\}`).exec(tokens)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/gi)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Six digits for three. */
const longOf = (hex: string) =>
  (hex.length === 4 ? hex.replace(/[0-9a-f]/gi, (digit) => digit + digit) : hex).toLowerCase()

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const long = longOf(hex)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, two: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['bg', 'card']
const states = ['info', 'warn', 'bad', 'good']
const text = [
  ...['ink', 'ink-2', 'ink-3', 'brand', ...states].flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...['brand', ...states].flatMap((state) => [
    [state, `${state}-soft`],
    ['ink', `${state}-soft`],
    ['ink-2', `${state}-soft`],
  ]),
  ['on-brand', 'brand'],
  // a button that can't be tapped now
  ['ink-2', 'line'],
  // the number on a tab
  ['card', 'bad'],
]
/** outlines of buttons and fields, and the knob of a switch on its track */
const edges = [
  ['edge', 'card'],
  ['edge', 'bg'],
  ['brand', 'card'],
  ['card', 'edge'],
]

describe.each(schemes)('the colours in %s', (scheme) => {
  const colours = coloursOf(scheme)
  const between = (one = '', two = '') => contrast(colours.get(one) ?? '', colours.get(two) ?? '')

  it('are all there', () => {
    expect([...text, ...edges].flat().filter((name) => !colours.has(name))).toEqual([])
    expect([...coloursOf('light').keys()]).toEqual([...coloursOf('dark').keys()])
  })
  it.each(text)('let %s be read on %s: 4.5 to 1', (ink, ground) => {
    expect(between(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(edges)('let %s be seen beside %s: 3 to 1', (edge, ground) => {
    expect(between(edge, ground)).toBeGreaterThanOrEqual(3)
  })
  it('are those of the frame that WeChat draws', () => {
    for (const [name, value] of Object.entries(theme[scheme]))
      if (value.startsWith('#'))
        expect([name, longOf(value)]).toEqual([name, longOf(colours.get(name) ?? '')])
  })
})

it('knows black on white', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21)
})
