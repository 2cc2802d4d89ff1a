/** What `wx.cloud` does, done against the local cloud as one person. */
export interface CloudBridge {
  readonly call: (name: string, data: unknown) => Promise<unknown>
  readonly upload: (path: string, bytes: Uint8Array) => Promise<string>
}

interface Answer {
  readonly result?: unknown
  readonly error?: { readonly code: string; readonly message: string }
  readonly fileID?: string
}

const post = async (url: string, openid: string, type: string, body: BodyInit): Promise<Answer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-local-openid': openid,
      'x-local-env': process.env['TCB_ENV'] ?? 'local',
    },
    body,
  })
  const answer = (await response.json()) as Answer
  if (answer.error) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer
}

export const bridgeTo = (url: string, openid: string): CloudBridge => ({
  call: async (name, data) =>
    (await post(`${url}/call/${name}`, openid, 'application/json', JSON.stringify(data))).result,
  upload: async (path, bytes) => {
    const address = `${url}/upload?path=${encodeURIComponent(path)}`
    const { fileID } = await post(
      address,
      openid,
      'application/octet-stream',
      new Blob([Uint8Array.from(bytes)]),
    )
    if (fileID === undefined) throw new Error('the upload answered no file id')
    return fileID
  },
})
