import { database, DYNAMIC_CURRENT_ENV, init, openapi } from 'wx-server-sdk'

/** What no message can do without: one read, one add, one update; with `check` also the words' check. */
init({ env: DYNAMIC_CURRENT_ENV as unknown as string })
const db = database()

interface Request {
  readonly id: string
  readonly check: string | null
}

const { security } = openapi as unknown as {
  readonly security: { msgSecCheck(options: object): Promise<unknown> }
}

export const main = async ({ id, check }: Request) => {
  const read: unknown = await db.collection('channels').doc('bench-base').get()
  if (check !== null)
    await security.msgSecCheck({ version: 2, scene: 2, openid: check, content: '一句平常的话' })
  await db.collection('messages').add({ data: { _id: id, channel: 'bench-base', seq: 0, key: id } })
  await db
    .collection('channels')
    .doc('bench-base')
    .update({ data: { last: db.command.max(1) } })
  return read
}
