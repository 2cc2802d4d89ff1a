/** The few protobuf messages of wx.openApi: varints and length-delimited fields. */
export type Field = readonly [number: number, value: number | Buffer]

export function* readFields(bytes: Buffer): Generator<Field> {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('truncated protobuf')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const wire = tag & 7
    if (wire === 0) yield [tag >>> 3, varint()]
    else if (wire === 2) {
      const length = varint()
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
  const bytes = Buffer.from(value)
  return Buffer.concat([varintBytes(field * 8 + 2), varintBytes(bytes.length), bytes])
}

export const numberField = (field: number, value: number): Buffer =>
  Buffer.concat([varintBytes(field * 8), varintBytes(value)])
