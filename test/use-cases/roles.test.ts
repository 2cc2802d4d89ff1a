import { db } from '../../cloudfunctions/cloud/database'
import { phoneDocument } from '../../cloudfunctions/store/people'
import { listAuditEntries } from '../../cloudfunctions/use-cases/audit/list'
import { verifyPhone } from '../../cloudfunctions/use-cases/account/verify-phone'
import { listEntries } from '../../cloudfunctions/use-cases/inbox/list'
import { deliverWaiting } from '../../cloudfunctions/use-cases/outbox/deliver'
import { grantRole } from '../../cloudfunctions/use-cases/role/grant'
import { listHolders } from '../../cloudfunctions/use-cases/role/list'
import { revokeRole } from '../../cloudfunctions/use-cases/role/revoke'
import { unmaskHolder } from '../../cloudfunctions/use-cases/role/unmask'
import { recognise } from '../../cloudfunctions/use-cases/session/recognise'
import type { Actor, Grant } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import { yes } from '../support/a-submission'
import { anActor, cell, command, district, later, MONDAY, otherCommand } from '../support/builders'
import { auditOf } from '../support/shop-district'
import { addPeople, as, foundDistrict, openidOf } from '../support/small-district'
import { phoneCode } from '../support/wechat'

let env = ''
beforeAll(async () => {
  env = await foundDistrict()
})

const gridHere: Grant = { role: 'grid', scope: { kind: 'cell', cell } }
const commandHere: Grant = { role: 'command', scope: { kind: 'district', district } }

const newcomer = async (name: string) => {
  const actor = anActor(name)
  await addPeople([actor])
  return actor
}
const verify = async (actor: Actor, phone: string) =>
  yes(await verifyPhone({ code: await phoneCode(env, openidOf(actor), phone) }, as(actor)))
const grantsOf = async (actor: Actor) => (await recognise(openidOf(actor), MONDAY))?.grants
const give = (phone: string, grant: Grant, by = command) => grantRole({ phone, name: '陆明', grant }, as(by))
const rolesHeard = async (actor: Actor) => {
  await deliverWaiting(later(60_000))
  const { rows } = yes(await listEntries({ cursor: null }, as(actor)))
  return rows.flatMap(({ notice }) => (notice.kind === 'role' ? [notice.what] : [])).sort()
}
const findPhoneMark = async (phone: string) => {
  const { data } = await db
    .collection('phones')
    .where({ _id: phoneDocument(phone, command.id)._id })
    .get()
  return data
}
const entryOf = async (phone: string) => {
  const { data } = await db.collection('roster').where({ district, phone }).get()
  return asId<'rosterEntry'>(data[0]?._id ?? '')
}

describe('a role', () => {
  it('waits for the phone it was given to, and comes with it', async () => {
    expect(yes(await give('13500000001', gridHere)).kind).toBe('awaiting')
    const actor = await newcomer('expected')
    expect(yes(await verifyPhoneOf(actor, '13500000001')).roles).toBe(1)
    expect(await grantsOf(actor)).toEqual([gridHere])
  })

  const verifyPhoneOf = async (actor: Actor, phone: string) =>
    verifyPhone({ code: await phoneCode(env, openidOf(actor), phone) }, as(actor))

  it('is there at once for somebody who has verified that phone', async () => {
    const actor = await newcomer('known')
    await verify(actor, '13500000002')
    expect(yes(await give('13500000002', gridHere)).kind).toBe('granted')
    expect(await grantsOf(actor)).toEqual([gridHere])
  })

  it('is not given twice, not in another district, not with a scope that is not its own', async () => {
    yes(await give('13500000003', gridHere))
    expect(await give('13500000003', gridHere)).toMatchObject({ code: 'held-already' })
    expect(await give('13500000003', { role: 'grid', scope: { kind: 'district', district } })).toMatchObject({
      code: 'wrong-scope',
    })
    expect(
      await give('13500000003', { role: 'grid', scope: { kind: 'cell', cell: asId('cell-elsewhere') } }),
    ).toMatchObject({ code: 'unknown-scope' })
    expect(await give('12345', gridHere)).toMatchObject({ code: 'phone-impossible' })
    expect(
      await give('13500000003', { role: 'owner', scope: { kind: 'shop', shop: asId('shop-1') } }),
    ).toMatchObject({ code: 'unknown-scope' })
  })

  it('given five times at once is held once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => give('13500000004', gridHere)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is taken back with a reason, and is gone at the next call', async () => {
    const actor = await newcomer('leaving')
    await verify(actor, '13500000005')
    yes(await give('13500000005', gridHere))
    const entry = await entryOf('13500000005')
    for (const why of [' ', '调 '])
      expect(await revokeRole({ entry, grant: gridHere, why }, as(command))).toMatchObject({
        code: 'reason-missing',
      })
    yes(await revokeRole({ entry, grant: gridHere, why: '岗位调整' }, as(command)))
    expect(await grantsOf(actor)).toEqual([])
    expect(await revokeRole({ entry, grant: gridHere, why: '再来' }, as(command))).toMatchObject({
      code: 'not-found',
    })
  })

  it('stays with the phone when the phone changes hands', async () => {
    const [first, second] = [await newcomer('first-bearer'), await newcomer('second-bearer')]
    yes(await give('13500000006', gridHere))
    await verify(first, '13500000006')
    await verify(second, '13500000006')
    expect(await grantsOf(first)).toEqual([])
    expect(await grantsOf(second)).toEqual([gridHere])
    const lines = await auditOf(`roster/${await entryOf('13500000006')}`)
    const told = lines.map(({ what, by, person }) => `${String(what)} ${String(by)} ${String(person)}`)
    expect(told.sort()).toEqual(
      [
        `role.awaiting ${command.id} null`,
        `role.granted ${first.id} ${first.id}`,
        `role.granted ${second.id} ${second.id}`,
        `role.revoked ${second.id} ${first.id}`,
      ].sort(),
    )
    expect(await rolesHeard(first)).toEqual(['granted', 'revoked'])
    expect(await rolesHeard(second)).toEqual(['granted'])
  })

  it('of one district stays when its bearer’s phone is verified in another', async () => {
    const south = asId<'district'>('district-south')
    await db.collection('districts').add({ data: { _id: south, name: '南区' } })
    const here = await newcomer('here')
    yes(await give('13500000011', gridHere))
    await verify(here, '13500000011')
    const there = { ...anActor('there'), district: south }
    await addPeople([there])
    await verify(there, '13500000011')
    expect([await grantsOf(here), await grantsOf(there)]).toEqual([[gridHere], []])
    expect(await auditOf(`roster/${await entryOf('13500000011')}`)).toHaveLength(2)
  })

  it('given by another district to the same phone takes nothing from the one at home', async () => {
    const south = asId<'district'>('district-south')
    const here = await newcomer('here-too')
    yes(await give('13500000012', gridHere))
    await verify(here, '13500000012')
    const clerkThere: Grant = { role: 'clerk', scope: { kind: 'district', district: south } }
    yes(await give('13500000012', clerkThere, { ...otherCommand, district: south }))
    expect(await grantsOf(here)).toContainEqual(gridHere)
  })

  it('taken back twice at once is taken back once', async () => {
    yes(await give('13500000013', gridHere))
    yes(await give('13500000013', { role: 'moderator', scope: { kind: 'district', district } }))
    const entry = await entryOf('13500000013')
    const answers = await Promise.all(
      [1, 2, 3].map(() => revokeRole({ entry, grant: gridHere, why: '岗位调整' }, as(command))),
    )
    expect(answers.map((one) => (one.ok ? 'gone' : one.code)).sort()).toEqual([
      'gone',
      'not-held',
      'not-held',
    ])
    expect((await auditOf(`roster/${entry}`)).filter(({ what }) => what === 'role.revoked')).toHaveLength(1)
    yes(
      await revokeRole(
        { entry, grant: { role: 'moderator', scope: { kind: 'district', district } }, why: '岗位调整' },
        as(command),
      ),
    )
    expect(await findPhoneMark('13500000013')).toEqual([])
  })

  it('two commanders who revoke each other at once: one of them stays', async () => {
    const phones = ['13500000007', '13500000008'] as const
    for (const phone of phones) {
      await verify(await newcomer(phone === phones[0] ? 'commander-one' : 'commander-two'), phone)
      yes(await give(phone, commandHere))
    }
    const entries = await Promise.all(phones.map(entryOf))
    const answers = await Promise.all(
      entries.map((entry) => revokeRole({ entry, grant: commandHere, why: '撤换' }, as(command))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'last-command' })
  })
})

describe('who holds a role', () => {
  it('is listed with a masked phone; the clear one is a call of its own that leaves a line', async () => {
    yes(await give('13500000009', { role: 'moderator', scope: { kind: 'district', district } }))
    const { rows } = yes(await listHolders({ role: 'moderator', cursor: null }, as(command)))
    expect(rows).toMatchObject([{ name: '陆明', phone: '135****0009' }])
    const entry = rows[0]?.entry ?? asId('none')
    expect(await unmaskHolder({ entry, why: '' }, as(command))).toMatchObject({ code: 'reason-missing' })
    expect(yes(await unmaskHolder({ entry, why: '电话核实' }, as(command))).phone).toBe('13500000009')
    const log = yes(
      await listAuditEntries(
        { what: 'field.unmasked', by: null, about: null, subject: null, cursor: null },
        as(command),
      ),
    )
    expect(log.rows).toMatchObject([{ by: { id: command.id }, subject: `roster/${entry}`, why: '电话核实' }])
  })
})

describe('the audit log', () => {
  it('is searched by whom a line concerns, whoever made it', async () => {
    const actor = await newcomer('concerned')
    await verify(actor, '13500000010')
    yes(await give('13500000010', gridHere))
    const { rows } = yes(
      await listAuditEntries(
        { what: null, by: null, about: actor.id, subject: null, cursor: null },
        as(command),
      ),
    )
    expect(rows.map(({ what, by }) => [what, by?.id])).toEqual([['role.granted', command.id]])
    const abroad = { ...otherCommand, district: asId<'district'>('district-south') }
    expect(
      yes(
        await listAuditEntries(
          { what: null, by: null, about: actor.id, subject: null, cursor: null },
          as(abroad),
        ),
      ).rows,
    ).toEqual([])
  })

  it('holds no name, phone or openid', async () => {
    const { data } = await db.collection('audit').where({ district }).limit(1000).get()
    const text = JSON.stringify(data)
    expect(data.length).toBeGreaterThan(5)
    expect(text).not.toMatch(/135000000\d\d|陆明|open-/)
  })
})
