import { fileIdOf, pathOfFileId } from '../files/file-path'
import type { Action } from './action'
import { list, text } from './body'

const DEFAULT_MAX_AGE_S = 7200

/** `cosFileId` becomes a header of the upload, hence ASCII. */
const getUploadMetadata: Action = ({ environment, files, body }) => {
  const path = text(body, 'path')
  const fileId = fileIdOf(environment.name, path)
  return {
    data: {
      url: files.uploadUrl(environment.name, path),
      token: 'local',
      authorization: 'local',
      fileId,
      cosFileId: encodeURIComponent(fileId),
    },
  }
}

const batchGetDownloadUrl: Action = ({ environment, files, body }) => {
  const download_list = list(body, 'file_list').map((entry) => {
    const { fileid, max_age } = entry as { fileid?: unknown; max_age?: unknown }
    const fileID = String(fileid)
    const path = pathOfFileId(environment.name, fileID)
    if (path === undefined || files.find(environment, path) === undefined)
      return { fileID, fileid: fileID, tempFileURL: '', download_url: '', code: 'STORAGE_FILE_NONEXIST' }
    const url = files.temporaryUrl(
      environment.name,
      path,
      typeof max_age === 'number' ? max_age : DEFAULT_MAX_AGE_S,
    )
    return { fileID, fileid: fileID, tempFileURL: url, download_url: url, code: 'SUCCESS', maxAge: max_age }
  })
  return { data: { download_list } }
}

const batchDeleteFile: Action = async ({ environment, files, body }) => {
  const delete_list: { fileID: string; code: string }[] = []
  for (const entry of list(body, 'fileid_list')) {
    const fileID = String(entry)
    const path = pathOfFileId(environment.name, fileID)
    const removed = path !== undefined && (await files.remove(environment, path))
    delete_list.push({ fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })
  }
  return { data: { delete_list } }
}

export const storageActions = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
} satisfies Record<string, Action>
