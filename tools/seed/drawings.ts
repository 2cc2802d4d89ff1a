import { PNG } from 'pngjs'

type Colour = readonly [number, number, number]

const colours = {
  ground: [240, 244, 241],
  line: [120, 136, 130],
  blue: [132, 172, 196],
  green: [122, 178, 148],
  yellow: [226, 196, 122],
  red: [206, 138, 122],
  white: [255, 255, 255],
  grey: [204, 210, 207],
} as const satisfies Readonly<Record<string, Colour>>

/** left, top, width, height in hundredths of the picture */
type Box = readonly [keyof typeof colours, number, number, number, number]

/** Plain shapes, enough to tell what is meant: no person and no shop is in them. */
const scenes = {
  /** towels of two colours, apart, above a closed cabinet */
  towels: [
    ['grey', 8, 10, 84, 6],
    ['blue', 14, 18, 12, 26],
    ['blue', 30, 18, 12, 26],
    ['yellow', 58, 18, 12, 26],
    ['yellow', 74, 18, 12, 26],
    ['line', 14, 54, 72, 38],
    ['white', 16, 57, 33, 32],
    ['white', 51, 57, 33, 32],
    ['green', 44, 70, 3, 8],
    ['green', 53, 70, 3, 8],
  ],
  /** three basins in a row: rinse, disinfect, rinse */
  basins: [
    ['grey', 4, 62, 92, 6],
    ['line', 8, 34, 24, 28],
    ['blue', 10, 42, 20, 18],
    ['line', 38, 34, 24, 28],
    ['green', 40, 42, 20, 18],
    ['line', 68, 34, 24, 28],
    ['blue', 70, 42, 20, 18],
    ['line', 18, 18, 4, 16],
    ['line', 48, 18, 4, 16],
    ['line', 78, 18, 4, 16],
  ],
  /** linen on shelves off the floor, dirty linen in a lidded bin */
  linen: [
    ['line', 10, 12, 44, 4],
    ['white', 14, 18, 36, 12],
    ['line', 10, 34, 44, 4],
    ['white', 14, 40, 36, 12],
    ['line', 10, 56, 44, 4],
    ['white', 14, 62, 36, 12],
    ['line', 66, 46, 24, 6],
    ['red', 68, 52, 20, 36],
  ],
  /** papers on a wall: the licence, the grade, the phone number */
  wall: [
    ['line', 12, 16, 34, 50],
    ['white', 14, 19, 30, 44],
    ['yellow', 18, 24, 22, 6],
    ['grey', 18, 36, 22, 3],
    ['grey', 18, 44, 22, 3],
    ['line', 56, 16, 30, 22],
    ['green', 58, 19, 26, 16],
    ['line', 56, 46, 30, 20],
    ['white', 58, 49, 26, 14],
  ],
} as const satisfies Readonly<Record<string, readonly Box[]>>

export type Scene = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as readonly Scene[]

export const sceneSize = { width: 480, height: 300 } as const

export const drawScene = (scene: Scene): Buffer => {
  const { width, height } = sceneSize
  const png = new PNG({ width, height })
  const fill = (name: keyof typeof colours, left: number, top: number, right: number, bottom: number) => {
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) png.data.set([...colours[name], 255], (y * width + x) * 4)
  }
  fill('ground', 0, 0, width, height)
  for (const [name, left, top, wide, high] of scenes[scene]) {
    const [x, y] = [Math.round((left * width) / 100), Math.round((top * height) / 100)]
    fill(name, x, y, x + Math.round((wide * width) / 100), y + Math.round((high * height) / 100))
  }
  return PNG.sync.write(png)
}
