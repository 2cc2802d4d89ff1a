import assert from 'node:assert/strict'
import type { Case, Tools } from '../case'
import { code, failureOf } from '../case'
import type { Sdk } from '../sdk'

/** A file of this path, gone again at the end. */
const stored = (
  name: string,
  cloudPath: string,
  fileContent: Buffer,
  work: (fileID: string, tools: Tools) => Promise<void>,
): Case => ({
  name,
  run: async (tools) => {
    const { fileID } = await tools.cloud.uploadFile({ cloudPath, fileContent })
    try {
      await work(fileID, tools)
    } finally {
      await tools.cloud.deleteFile({ fileList: [fileID] })
    }
  },
})
const missing = (fileID: string): string => `${fileID}-that-was-never-there`
const textAt = async (cloud: Sdk, fileID: string): Promise<string> =>
  (await cloud.downloadFile({ fileID })).fileContent.toString()

export const fileCases: readonly Case[] = [
  stored(
    'what was uploaded comes back',
    'conformance/a.txt',
    Buffer.from('first'),
    async (fileID, { cloud }) => {
      assert.match(fileID, /^cloud:\/\/.+\/conformance\/a\.txt$/)
      assert.equal(await textAt(cloud, fileID), 'first')
    },
  ),
  stored(
    'an upload to the same path replaces',
    'conformance/b.txt',
    Buffer.from('first'),
    async (fileID, { cloud }) => {
      const again = await cloud.uploadFile({
        cloudPath: 'conformance/b.txt',
        fileContent: Buffer.from('second'),
      })
      assert.equal(again.fileID, fileID)
      assert.equal(await textAt(cloud, fileID), 'second')
    },
  ),
  stored(
    'a path may hold any letters',
    'conformance/照片 1 (2).png',
    Buffer.from('x'),
    async (fileID, { cloud }) => {
      assert.equal(await textAt(cloud, fileID), 'x')
    },
  ),
  stored(
    'bytes stay bytes, some megabytes too',
    'conformance/big.bin',
    Buffer.alloc(3_000_000, 0x80),
    async (fileID, { cloud }) => {
      assert.ok((await cloud.downloadFile({ fileID })).fileContent.equals(Buffer.alloc(3_000_000, 0x80)))
    },
  ),
  stored('an empty file is a file', 'conformance/empty.txt', Buffer.alloc(0), async (fileID, { cloud }) => {
    assert.equal((await cloud.downloadFile({ fileID })).fileContent.length, 0)
  }),
  stored(
    'a temporary address gives the bytes',
    'conformance/c.txt',
    Buffer.from('shown'),
    async (fileID, { cloud }) => {
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, { fileID, maxAge: 60 }] })
      for (const { status, tempFileURL = '' } of fileList) {
        assert.equal(status, 0)
        assert.equal(await (await fetch(tempFileURL)).text(), 'shown')
      }
    },
  ),
  stored(
    'a missing file has no temporary address',
    'conformance/d.txt',
    Buffer.from('x'),
    async (fileID, { cloud }) => {
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, missing(fileID)] })
      assert.deepEqual(
        fileList.map(({ status, tempFileURL }) => [status, tempFileURL !== '']),
        [
          [0, true],
          [code.noFile, false],
        ],
      )
    },
  ),
  stored('delete tells how each went', 'conformance/e.txt', Buffer.from('x'), async (fileID, { cloud }) => {
    const { fileList } = await cloud.deleteFile({ fileList: [fileID, missing(fileID)] })
    assert.deepEqual(
      fileList.map(({ status }) => status),
      [0, code.noFile],
    )
    await failureOf(cloud.downloadFile({ fileID }))
  }),
  stored(
    'the download of a missing file fails',
    'conformance/f.txt',
    Buffer.from('x'),
    async (fileID, { cloud }) => {
      await failureOf(cloud.downloadFile({ fileID: missing(fileID) }))
    },
  ),
  ...['../outside.txt', '/outside.txt', 'conformance/../../outside.txt', ''].map((cloudPath): Case => ({
    name: `no file at the path ${JSON.stringify(cloudPath)}`,
    local: 'a real environment takes some of these as names',
    run: async ({ cloud }) => {
      await failureOf(cloud.uploadFile({ cloudPath, fileContent: Buffer.from('x') }))
    },
  })),
]
