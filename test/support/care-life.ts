import { dayAfter, dayOf } from '#domain/kernel/day'
import { asInstant } from '#domain/kernel/instant'

type Ask = <T>(openid: string, endpoint: string, input: unknown) => Promise<T>

/** The head's group, bound to one of WeChat's own as the local cloud stands in for it. */
export const bindGroup = async (ask: Ask, url: string, head: string, channel: string): Promise<void> => {
  const answer = await fetch(`${url}/wechat/group-enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid: head, opengid: 'looks-group' }),
  })
  const { cloudID } = (await answer.json()) as { readonly cloudID: string }
  await ask(head, 'channel.bindGroup', { channel, cloudID })
}

interface Around {
  readonly head: string
  readonly owner: string
  /** the owner's, in the head's care */
  readonly ownShop: string
  /** another of the head's */
  readonly shop: string
  /** of the owner's question at the desk */
  readonly seq: number
}

/** A guidance item, visits of today and tomorrow, and hardships: so that no page of theirs is looked at empty. */
export const careALittle = async (ask: Ask, { head, owner, ownShop, shop, seq }: Around): Promise<void> => {
  const today = dayOf(asInstant(Date.now()))
  const plan = (at: string, day: string, time: number | null, topic: string) =>
    ask(head, 'visit.plan', { shop: at, day, time, topic, key: `looks-visit-${at}-${day}`.slice(0, 60) })
  const words = '健康证到期前一个月去社区卫生中心体检，带身份证'
  await ask(head, 'guidance.open', { channel: `desk-${ownShop}`, seq, words })
  await plan(ownShop, today, 930, '消毒柜怎么用')
  await plan(shop, today, null, '健康证怎么补办')
  await plan(ownShop, dayAfter(today, 3), 600, '消毒记录怎么写')
  const hardship = (openid: string, at: string, kind: string, said: string, helper: string) =>
    ask(openid, 'hardship.add', {
      ...{ shop: at, kind, words: said, helper },
      key: `looks-hardship-${kind}-${at}`.slice(0, 60),
    })
  await hardship(owner, ownShop, 'equipment', '消毒柜坏了，换新的要两千多，这个月拿不出来', '')
  await hardship(head, shop, 'papers', '房东不给房产证复印件，办证缺材料', '社区居委会')
}
