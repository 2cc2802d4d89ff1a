import { deleteFile, downloadFile, getTempFileURL, uploadFile } from 'wx-server-sdk'

import './database'

/** Null where there is no such file. */
export const readFile = async (fileId: string): Promise<Buffer | null> => {
  try {
    const { fileContent } = await downloadFile({ fileID: fileId })
    return fileContent
  } catch (error) {
    if (/not ?exist|not ?found|404|NONEXIST/i.test(String((error as { errMsg?: unknown }).errMsg))) return null
    throw error
  }
}

/** Stores bytes under a path of our own choosing; answers the file id. */
export const writeFile = async (path: string, bytes: Buffer): Promise<string> => {
  const { fileID } = await uploadFile({ cloudPath: path, fileContent: bytes })
  return fileID
}

export const removeFiles = async (fileIds: readonly string[]): Promise<void> => {
  if (fileIds.length > 0) await deleteFile({ fileList: [...fileIds] })
}

const atOnce = 50

/** Addresses that open for an hour, in the order asked; an unknown file is left out of the map. */
export const temporaryUrls = async (fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const urls = new Map<string, string>()
  const wanted = [...new Set(fileIds)]
  for (let from = 0; from < wanted.length; from += atOnce) {
    const fileList = wanted.slice(from, from + atOnce).map((fileID) => ({ fileID, maxAge: 3600 }))
    const answer = (await getTempFileURL({ fileList } as never)) as unknown as {
      readonly fileList: readonly { readonly fileID: string; readonly tempFileURL?: string }[]
    }
    for (const { fileID, tempFileURL } of answer.fileList) if (tempFileURL) urls.set(fileID, tempFileURL)
  }
  return urls
}
