import { PNG } from 'pngjs'

import { db } from '../../cloudfunctions/cloud/database'
import { codeOf } from '../../cloudfunctions/use-cases/shop/code'
import { aShop } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, gridWorker, otherCommand } from '../support/builders'
import { addShops, caseloadOf, foundShopOffice, headOne, headTwo } from '../support/shop-district'
import { as, foundDistrict } from '../support/small-district'

const shop = aShop('qr')

beforeAll(async () => {
  await foundDistrict()
  await foundShopOffice()
  await addShops(caseloadOf(headOne), [shop])
})

const pictureAt = async (url: string) => {
  const answer = await fetch(url)
  return PNG.sync.read(Buffer.from(await answer.arrayBuffer()))
}
const kept = async () => (await db.collection('codeimages').doc(shop.code).get()).data

describe('the code of a shop', () => {
  it('is a picture to print, drawn once and handed out again', async () => {
    const { url } = yes(await codeOf({ id: shop.id }, as(headOne)))
    expect((await pictureAt(url)).width).toBeGreaterThanOrEqual(280)
    const before = await kept()
    expect(before?.['file']).toMatch(/^cloud:\/\/[^/]+\/kept\/district-north\/code-[0-9a-f]{32}\.png$/)
    expect((await pictureAt(yes(await codeOf({ id: shop.id }, as(command))).url)).width).toBeGreaterThan(0)
    expect(await kept()).toEqual(before)
  })

  it('asked for three times at once is one picture', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => codeOf({ id: shop.id }, as(headOne))))
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })

  it('is not handed to those who do not reach the shop', async () => {
    for (const actor of [headTwo, gridWorker, otherCommand])
      expect(await codeOf({ id: shop.id }, as(actor))).toMatchObject({ code: 'not-found' })
  })
})
