/** The few protobuf messages of wx.openApi: varints and length-delimited fields. */
export type Field = readonly [number: number, value: number | Buffer]

/** A varint has ten bytes at most. */
const LARGEST_FACTOR = 128 ** 9

export function* readFields(bytes: Buffer): Generator<Field> {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let factor = 1; factor <= LARGEST_FACTOR; factor *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('truncated protobuf')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
    throw new Error('a protobuf varint is too long')
  }
  while (at < bytes.length) {
    const tag = varint()
    const wire = tag & 7
    if (wire === 0) yield [tag >>> 3, varint()]
    else if (wire === 2) {
      const length = varint()
      if (at + length > bytes.length) throw new Error('truncated protobuf')
      yield [tag >>> 3, bytes.subarray(at, (at += length))]
    } else throw new Error(`protobuf wire type ${String(wire)}`)
  }
}

function varintBytes(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

export const bytesField = (field: number, value: Buffer | string): Buffer => {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([varintBytes(field * 8 + 2), varintBytes(bytes.length), bytes])
}

export const numberField = (field: number, value: number): Buffer =>
  Buffer.concat([varintBytes(field * 8), varintBytes(value)])
