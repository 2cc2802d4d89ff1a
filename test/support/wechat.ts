import { command, db } from '../../cloudfunctions/cloud/database'
import { indexes } from '../../cloudfunctions/store/indexes'
import { cloudUrl } from './small-district'

/** What WeChat's phone button hands to the page: a code, good once for five minutes. */
export const phoneCode = async (env: string, openid: string, phone: string): Promise<string> => {
  const answer = await fetch(`${cloudUrl()}/wechat/phone-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-env': env },
    body: JSON.stringify({ openid, phone }),
  })
  const { code } = (await answer.json()) as { readonly code?: string }
  if (code === undefined) throw new Error(`no phone code: ${String(answer.status)}`)
  return code
}

/** Every stored document of the product, every file's path, and what the functions printed, as texts to search. */
export const textsOfEverything = async (url: string, env: string): Promise<readonly string[]> => {
  const documents: string[] = []
  for (const collection of Object.keys(indexes)) {
    for (let after = ''; ;) {
      const { data } = await db
        .collection(collection)
        .where(after === '' ? {} : { _id: command.gt(after) })
        .orderBy('_id', 'asc')
        .limit(1000)
        .get()
      documents.push(...data.map((row) => `${collection} ${JSON.stringify(row)}`))
      const last = data.at(-1)
      if (!last || data.length < 1000) break
      after = last._id
    }
  }
  const read = async (path: string) => (await fetch(`${url}${path}`)).text()
  const logs = JSON.parse(await read('/debug/logs')) as readonly { readonly env: string }[]
  const own = JSON.stringify(logs.filter((one) => one.env === env))
  return [...documents, await read(`/debug/files?env=${env}`), own]
}
