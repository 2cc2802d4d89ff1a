import { PNG } from 'pngjs'

import type { Random } from './random'

type Colour = readonly [number, number, number]

const grounds: readonly (readonly [Colour, Colour])[] = [
  [
    [168, 190, 178],
    [206, 205, 180],
  ],
  [
    [160, 178, 196],
    [190, 206, 196],
  ],
  [
    [196, 186, 172],
    [214, 208, 196],
  ],
  [
    [172, 180, 170],
    [200, 190, 176],
  ],
  [
    [150, 172, 180],
    [196, 198, 190],
  ],
]

const mix = ([r1, g1, b1]: Colour, [r2, g2, b2]: Colour, share: number): Colour => [
  r1 + (r2 - r1) * share,
  g1 + (g2 - g1) * share,
  b1 + (b2 - b1) * share,
]

/** A street scene of plain shapes: sky, pavement, a wall and a few boxes. Nobody and no place is in it. */
export const drawPicture = (random: Random): Buffer => {
  const [width, height] = [480, 360]
  const png = new PNG({ width, height })
  const [top, bottom] = random.pick(grounds)
  const horizon = random.between(150, 220)
  const boxes = Array.from({ length: random.between(3, 6) }, () => ({
    left: random.between(20, width - 120),
    top: random.between(horizon - 40, horizon + 60),
    width: random.between(40, 110),
    height: random.between(30, 80),
    colour: mix(top, [90, 100, 96], random.next() * 0.7),
  }))
  for (let y = 0; y < height; y += 1) {
    const ground =
      y < horizon ? mix(bottom, top, y / horizon) : mix([150, 150, 144], bottom, (y - horizon) / height)
    for (let x = 0; x < width; x += 1) {
      const box = boxes.find(
        (one) => x >= one.left && x < one.left + one.width && y >= one.top && y < one.top + one.height,
      )
      const [r, g, b] = box ? mix(box.colour, ground, (y - box.top) / box.height / 2) : ground
      png.data.set([r, g, b, 255], (y * width + x) * 4)
    }
  }
  return PNG.sync.write(png)
}
