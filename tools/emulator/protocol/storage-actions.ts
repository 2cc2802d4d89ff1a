import { CloudFault } from '../fault'
import { fileIdOf, pathOfFileId } from '../files/file-path'
import type { Action } from './action'
import type { Body } from './body'
import { list, text } from './body'

const DEFAULT_MAX_AGE_S = 7200
/** The service's limit of file ids in one call. */
const MAX_BATCH = 50

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

/** Each file gets an answer of its own: what is missing does not fail the others. */
const batchGetDownloadUrl: Action = ({ environment, files, body }) => {
  const download_list = batch(body, 'file_list').map((entry) => {
    const { fileid, max_age } = (typeof entry === 'object' && entry !== null ? entry : {}) as {
      fileid?: unknown
      max_age?: unknown
    }
    if (typeof fileid !== 'string') throw new CloudFault('INVALID_PARAM', 'fileid must be a text')
    if (max_age !== undefined && (typeof max_age !== 'number' || !(max_age >= 0)))
      throw new CloudFault('INVALID_PARAM', 'max_age must be a number of seconds, 0 or more')
    const path = pathOfFileId(environment.name, fileid)
    if (path === undefined || files.find(environment, path) === undefined)
      return { fileID: fileid, fileid, tempFileURL: '', download_url: '', code: 'STORAGE_FILE_NONEXIST' }
    const url = files.temporaryUrl(environment.name, path, max_age ?? DEFAULT_MAX_AGE_S)
    return { fileID: fileid, fileid, tempFileURL: url, download_url: url, code: 'SUCCESS', maxAge: max_age }
  })
  return { data: { download_list } }
}

const batchDeleteFile: Action = async ({ environment, files, body }) => {
  const delete_list: { fileID: string; code: string }[] = []
  for (const fileID of batch(body, 'fileid_list')) {
    if (typeof fileID !== 'string') throw new CloudFault('INVALID_PARAM', 'fileid_list must hold texts')
    const path = pathOfFileId(environment.name, fileID)
    const removed = path !== undefined && (await files.remove(environment, path))
    delete_list.push({ fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })
  }
  return { data: { delete_list } }
}

function batch(body: Body, field: string): readonly unknown[] {
  const entries = list(body, field)
  if (entries.length > MAX_BATCH)
    throw new CloudFault('INVALID_PARAM', `${field} holds at most ${String(MAX_BATCH)} files a call`)
  return entries
}

export const storageActions = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
} satisfies Record<string, Action>
