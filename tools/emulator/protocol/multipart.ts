/** Splits a multipart form; parts with a content type stay bytes, the others are text. */
export function readMultipart(body: Buffer, contentType: string): Record<string, string | Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType)
  const form: Record<string, string | Buffer> = {}
  if (boundary === null) return form
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2] ?? ''}`)
  let from = body.indexOf(mark)
  while (from !== -1) {
    const to = body.indexOf(mark, from + mark.length)
    if (to === -1) break
    readPart(body.subarray(from + mark.length + 2, to - 2), form)
    from = to
  }
  return form
}

function readPart(part: Buffer, form: Record<string, string | Buffer>): void {
  const end = part.indexOf('\r\n\r\n')
  if (end === -1) return
  const head = part.subarray(0, end).toString('utf8')
  const name = /name="([^"]*)"/.exec(head)?.[1]
  const content = part.subarray(end + 4)
  if (name !== undefined) form[name] = /^content-type:/im.test(head) ? content : content.toString('utf8')
}
