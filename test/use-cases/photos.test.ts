import { PNG } from 'pngjs'

import { cleanPhoto } from '../../cloudfunctions/use-cases/upload/photo-bytes'
import { aPhoto } from '../support/uploads'

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from(
    '49492a0008000000' + '0200' + `12010300010000000${String(orientation)}000000`,
    'hex',
  )
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPSLatitude 38.5, Phone X')]),
  )
}
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 2, 3])), Buffer.from([9, 8, 7, 0xff, 0xd9])])
const jpeg = (...segments: readonly Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, scan])
const jfif = segment(0xe0, Buffer.from('JFIF\0'))
const table = segment(0xdb, Buffer.alloc(65, 3))

describe('a photo on its way in', () => {
  it('loses what it says of place, day and device; the picture stays byte for byte', () => {
    const clean = cleanPhoto(jpeg(jfif, exif(1), segment(0xfe, Buffer.from('made by me')), table))
    expect(clean?.extension).toBe('jpg')
    const text = clean?.bytes.toString('latin1') ?? ''
    expect(text).not.toMatch(/GPS|Phone|made by me/)
    expect(clean?.bytes.subarray(-scan.length)).toEqual(scan)
    expect(text).toContain(table.toString('latin1'))
  })

  it('keeps which side is up, so that nobody sees it lying', () => {
    const turned = cleanPhoto(jpeg(exif(6)))?.bytes ?? Buffer.alloc(0)
    const again = cleanPhoto(turned)?.bytes ?? Buffer.alloc(0)
    expect(again).toEqual(turned)
    expect(turned.includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true)
  })

  it('a PNG loses its texts and still opens', () => {
    const chunk = Buffer.from('000000057445587441004247500000000000'.slice(0, 34), 'hex')
    const plain = aPhoto(77)
    const marked = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)])
    const clean = cleanPhoto(marked)
    expect(clean?.bytes.equals(plain)).toBe(true)
    expect(PNG.sync.read(plain).width).toBe(8)
  })

  it('a WebP loses Exif and its flag, and its length is right again', () => {
    const chunk = (name: string, body: Buffer) => {
      const size = Buffer.alloc(4)
      size.writeUInt32LE(body.length)
      return Buffer.concat([Buffer.from(name), size, body])
    }
    const body = [
      chunk('VP8X', Buffer.alloc(10, 0x0c)),
      chunk('VP8 ', Buffer.alloc(6, 5)),
      chunk('EXIF', Buffer.from('GPS12!')),
    ]
    const clean =
      cleanPhoto(Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), ...body]))?.bytes ?? Buffer.alloc(0)
    expect(clean.includes('GPS')).toBe(false)
    expect(clean.readUInt32LE(4)).toBe(clean.length - 8)
    expect((clean[20] ?? 255) & 0b1100).toBe(0)
  })

  it.each([
    ['a page', Buffer.from('<html><script>1</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG cut short', jpeg(jfif).subarray(0, 8)],
    ['a JPEG whose length lies', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1])],
    ['a PNG without its end', aPhoto().subarray(0, 40)],
    ['a moving picture', Buffer.from('GIF89a....')],
  ])('%s is no photo', (_what, bytes) => {
    expect(cleanPhoto(bytes)).toBeNull()
  })
})

describe('what hides behind the picture', () => {
  it('a second picture after the end, with its own place, is cut off', () => {
    const clean = cleanPhoto(Buffer.concat([jpeg(jfif, table), jpeg(exif(1))]))
    expect(clean?.bytes).toEqual(jpeg(jfif, table))
  })

  it('a progressive JPEG keeps every scan, and loses what stands between them', () => {
    const more = Buffer.concat([
      exif(1),
      segment(0xda, Buffer.from([4])),
      Buffer.from([1, 0xff, 0, 0xff, 0xd1, 2]),
    ])
    const first = Buffer.concat([segment(0xda, Buffer.from([1])), Buffer.from([9, 0xff, 0, 7])])
    const whole = Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, first, more, Buffer.from([0xff, 0xd9])])
    const clean = cleanPhoto(whole)?.bytes ?? Buffer.alloc(0)
    expect(clean.includes('GPS')).toBe(false)
    expect(clean.includes(first)).toBe(true)
    expect(clean.subarray(-8)).toEqual(Buffer.from([1, 0xff, 0, 0xff, 0xd1, 2, 0xff, 0xd9]))
  })
})
