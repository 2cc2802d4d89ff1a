import { deleteFile, getTempFileURL, uploadFile } from 'wx-server-sdk'

import './database'

/**
 * The bytes of a file, unless it is missing or larger than `most` bytes: then only its length is asked for. The SDK's own
 * `downloadFile` drops the code for a missing file and reads any size into memory.
 */
export const readFile = async (fileId: string, most: number): Promise<Buffer | 'missing' | 'too-large'> => {
  const url = (await temporaryUrls([fileId])).get(fileId)
  if (url === undefined) return 'missing'
  const response = await fetch(url)
  if (response.status === 404) return 'missing'
  if (!response.ok) throw new Error(`the storage answered ${String(response.status)}`)
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel()
    return 'too-large'
  }
  const bytes = Buffer.from(await response.arrayBuffer())
  return bytes.length > most ? 'too-large' : bytes
}

/** Stores bytes under a path of our own choosing; answers the file id. */
export const writeFile = async (path: string, bytes: Buffer): Promise<string> => {
  const { fileID } = await uploadFile({ cloudPath: path, fileContent: bytes })
  return fileID
}

/** files per request, a limit of the service */
const atOnce = 50

/** a file's state where there is none of that name (the SDK's code for STORAGE_FILE_NONEXIST) */
const gone = -503003

/** Throws where a file is still there: whoever forgets it afterwards would leave it for ever. */
export const removeFiles = async (fileIds: readonly string[]): Promise<void> => {
  for (let from = 0; from < fileIds.length; from += atOnce) {
    const answer = (await deleteFile({ fileList: fileIds.slice(from, from + atOnce) })) as unknown as {
      readonly fileList: readonly { readonly status: number; readonly errMsg: string }[]
    }
    const left = answer.fileList.find(({ status }) => status !== 0 && status !== gone)
    if (left) throw new Error(`a file was not removed: ${left.errMsg}`)
  }
}

/** Addresses that open for an hour, in the order asked; an unknown file is left out of the map. */
export const temporaryUrls = async (fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const urls = new Map<string, string>()
  const wanted = [...new Set(fileIds)]
  for (let from = 0; from < wanted.length; from += atOnce) {
    const fileList = wanted.slice(from, from + atOnce).map((fileID) => ({ fileID, maxAge: 3600 }))
    const answer = (await getTempFileURL({ fileList })) as unknown as {
      readonly fileList: readonly { readonly fileID: string; readonly tempFileURL?: string }[]
    }
    for (const { fileID, tempFileURL } of answer.fileList) if (tempFileURL) urls.set(fileID, tempFileURL)
  }
  return urls
}
