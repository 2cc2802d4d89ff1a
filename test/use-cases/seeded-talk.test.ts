import type { Input } from '#domain/contract/endpoints'
import { asInstant } from '#domain/kernel/instant'
import { db } from '../../cloudfunctions/cloud/database'
import { readArticle } from '../../cloudfunctions/use-cases/article/read'
import { listCannedAnswers } from '../../cloudfunctions/use-cases/canned-answer/list'
import { listChannels } from '../../cloudfunctions/use-cases/channel/list'
import { openChannel } from '../../cloudfunctions/use-cases/channel/open'
import { pageOfChannel } from '../../cloudfunctions/use-cases/channel/page'
import { listQuestions } from '../../cloudfunctions/use-cases/question/list'
import { recognise } from '../../cloudfunctions/use-cases/session/recognise'
import { seed } from '../../tools/seed/seed'
import { yes } from '../support/a-submission'
import { MONDAY } from '../support/builders'
import { cloudUrl, ownEnv } from '../support/small-district'

const now = asInstant(MONDAY + 3 * 3_600_000)

const callAs = async (openid: string) => {
  const actor = await recognise(openid, MONDAY)
  if (!actor) throw new Error(`${openid} is not there`)
  return { actor, now, openid }
}

beforeAll(async () => {
  await seed({ url: cloudUrl(), env: ownEnv(), now, reports: 5 })
})

describe('the made-up district', () => {
  it('shows its first head a group and six desks with something in them', async () => {
    const { rows } = yes(await listChannels({}, await callAs('local-head-1')))
    const talking = rows.filter(({ latest }) => latest !== null)
    expect(talking.map(({ kind }) => kind).sort()).toEqual([...Array<string>(6).fill('desk'), 'store'])
    expect(rows.reduce((sum, { unread }) => sum + unread, 0)).toBe(2)
  })

  it('has every channel’s messages one after the other, as its own line and the lists say', async () => {
    const call = await callAs('local-head-1')
    const { rows } = yes(await listChannels({}, call))
    for (const { id, latest } of rows.filter((row) => row.latest !== null)) {
      const { messages } = yes(await pageOfChannel({ channel: id, after: 0 }, call))
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_message, at) => at + 1))
      expect(messages.map(({ at }) => at)).toEqual([...messages.map(({ at }) => at)].sort((a, b) => a - b))
      expect(messages.at(-1)).toMatchObject({ seq: latest?.seq, at: latest?.at })
      expect(messages.every(({ at }) => at < now)).toBe(true)
      const { data } = await db
        .collection('signals')
        .doc(yes(await openChannel({ channel: id, at: null }, call)).signalKey)
        .get()
      expect(data).not.toBeNull()
    }
  })

  it('leaves two questions open, in time, and every other closed', async () => {
    const { rows } = yes(await listQuestions({ cursor: null }, await callAs('local-head-1')))
    expect(rows.map(({ title, told }) => [title.kind, told]).sort()).toEqual([
      ['desk', 0],
      ['store', 0],
    ])
    expect(rows.every(({ dueAt }) => dueAt > now)).toBe(true)
  })

  it('sends nothing that its owners can’t open, and fills every canned answer', async () => {
    const owner = await callAs('local-owner-1')
    const [group] = yes(await listChannels({}, owner)).rows.filter(({ kind }) => kind === 'store')
    if (!group) throw new Error('no group')
    const { messages } = yes(await pageOfChannel({ channel: group.id, after: 0 }, owner))
    const sent = messages.flatMap(({ body }): Input<'article.read'>[] => {
      if (body?.kind === 'article') return [{ id: body.article, edition: body.version }]
      return body?.kind === 'card' && body.card.kind === 'faq'
        ? [{ id: body.card.article, edition: null }]
        : []
    })
    expect(sent.length).toBeGreaterThan(4)
    for (const one of sent) {
      const { blocks, current } = yes(await readArticle(one, owner))
      expect(current).toBe(1)
      expect(blocks.length).toBeGreaterThan(0)
      for (const block of blocks) if (block.kind === 'picture') expect(block.url).toMatch(/^http|^\//)
    }
    const head = await callAs('local-head-1')
    const desk = yes(await listChannels({}, head)).rows.find(({ kind }) => kind === 'desk')
    const answers = yes(
      await listCannedAnswers({ channel: desk?.id ?? null, topic: null, cursor: null }, head),
    ).rows
    expect(answers.length).toBeGreaterThan(5)
    expect(answers.flatMap(({ left }) => left)).toEqual([])
  })

  it('pins the district’s sentence above a desk', async () => {
    const owner = await callAs('local-owner-5')
    const [desk] = yes(await listChannels({}, owner)).rows.filter(({ kind }) => kind === 'desk')
    if (!desk) throw new Error('no desk')
    const { head } = yes(await openChannel({ channel: desk.id, at: null }, owner))
    expect(head.sentence).toContain('先指导')
  })
})
