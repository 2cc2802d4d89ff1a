import { localOpenid } from './local-person.h5'
import { CALL_TIMEOUT, within } from './wire'

/** A browser is in no group; the local cloud stands in for one that the address names (`opengid=`). */
export const groupCloudId = async (): Promise<string | null> => {
  const opengid = new URLSearchParams(window.location.href.split('?')[1] ?? '').get('opengid')
  if (opengid === null) return null
  try {
    const response = await within(
      CALL_TIMEOUT,
      fetch('/wechat/group-enter', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ openid: localOpenid(), opengid }),
      }),
    )
    const { cloudID } = (await within(CALL_TIMEOUT, response.json())) as { readonly cloudID?: unknown }
    return typeof cloudID === 'string' ? cloudID : null
  } catch {
    return null
  }
}
