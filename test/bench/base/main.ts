import { database, DYNAMIC_CURRENT_ENV, init, openapi } from 'wx-server-sdk'

/**
 * What no message can do without: one read, one add, one update; with `check` also the words' check; `whole`: the seven
 * operations of a post, waiting as a post waits, and nothing else.
 */
init({ env: DYNAMIC_CURRENT_ENV as unknown as string })
const db = database()

interface Request {
  readonly id: string
  readonly check: string | null
  readonly whole: boolean
}

const { security } = openapi as unknown as {
  readonly security: { msgSecCheck(options: object): Promise<unknown> }
}

const channel = () => db.collection('channels').doc('bench-base')
const read = () => channel().get()
const update = () => channel().update({ data: { last: db.command.max(1) } })
const add = (id: string) =>
  db.collection('messages').add({ data: { _id: id, channel: 'bench-base', seq: 0, key: id } })

export const main = async ({ id, check, whole }: Request) => {
  await (whole ? Promise.all([read(), read(), read(), update()]) : read())
  if (check !== null)
    await security.msgSecCheck({ version: 2, scene: 2, openid: check, content: '一句平常的话' })
  await add(id)
  await (whole ? Promise.all([update(), update()]) : update())
}
