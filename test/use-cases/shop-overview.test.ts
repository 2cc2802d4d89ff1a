import { asId } from '#domain/kernel/id'
import { mayCall } from '#domain/permission'

import { answerOffer } from '../../cloudfunctions/use-cases/claim/answer'
import { overview } from '../../cloudfunctions/use-cases/shop/overview'
import { aShop, day } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, gridWorker, later, reporter, street } from '../support/builders'
import {
  addShops,
  aPersonWithPhone,
  aPhone,
  caseloadOf,
  clerk,
  contactFor,
  foundShopOffice,
  headOne,
  headTwo,
  pool,
} from '../support/shop-district'
import { aKey, as, foundDistrict, springCell } from '../support/small-district'

const spring = { street, cell: springCell.id }
const inOrder = aShop('0001', spring)
const ended = aShop('0002', {
  ...spring,
  licences: [{ kind: 'hygiene', number: 'H-2', until: day('2020-01-01') }],
})
const uncertified = aShop('0003', {
  ...spring,
  staff: [{ id: asId('member'), name: '店员甲', certificate: null }],
})

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [inOrder, ended, uncertified])
  await addShops(pool, [aShop('9001', spring)])
})

describe('what a head’s day starts from', () => {
  it('counts the head’s own shops, and those with a pillar that needs attention', async () => {
    expect(yes(await overview({}, as(headOne)))).toMatchObject({ shops: 3, attention: 2 })
    expect(yes(await overview({}, as(headTwo)))).toEqual({ shops: 0, attention: 0, worst: [] })
  })

  it('names the worst of them first, three at most, and none that is in order', async () => {
    const poor = aShop('0004', {
      ...spring,
      findings: {
        hygiene: { state: 'attention', at: later(0) },
        facilities: { state: 'attention', at: later(0) },
      },
    })
    await addShops(caseloadOf(headTwo), [
      aShop('0005', spring),
      { ...ended, id: asId('s-6'), number: '0006', code: asId('c-6') },
      poor,
    ])
    const { worst } = yes(await overview({}, as(headTwo)))
    expect(worst.map(({ name }) => name)).toEqual([poor.name, ended.name])
  })

  it('says the same again, and to many at once, whoever owns the shops', async () => {
    const phone = aPhone()
    const owner = await aPersonWithPhone('owner', phone)
    await contactFor(inOrder, phone)
    yes(await answerOffer({ shop: inOrder.id, yes: true, key: aKey() }, as(owner)))
    const answers = await Promise.all([1, 2, 3].map(() => overview({}, as(headOne))))
    expect(answers.map(yes)).toMatchObject(Array(3).fill({ shops: 3, attention: 2 }))
  })

  it('is for heads alone', () => {
    expect(mayCall(headOne, 'shop.overview')).toBe(true)
    for (const actor of [command, clerk, gridWorker, reporter, null])
      expect(mayCall(actor, 'shop.overview')).toBe(false)
  })
})
