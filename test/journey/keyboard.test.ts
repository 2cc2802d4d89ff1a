import { startJourney } from '../support/journey'
import type { Phone } from '../support/phone'

jest.setTimeout(120_000)

const { phoneOf, call, troubles } = startJourney()

const owner = 'local-owner-5'
const focused = ({ page }: Phone) =>
  page.evaluate(() => {
    const here = document.activeElement
    return { name: here?.getAttribute('aria-label') ?? '', inside: here?.closest('[role=dialog]') !== null }
  })

it('whoever has a keyboard is taken into a sheet, stays within, leaves by Escape and is back where they were', async () => {
  const { rows } = await call<{ rows: readonly { readonly id: string }[] }>(owner, 'shop.list', {
    ...{ scope: 'mine', street: null, cell: null, trade: null, words: '', cursor: null },
  })
  const phone = await phoneOf(owner)
  const { keyboard } = phone.page
  await phone.open(`/packages/shop/detail/index?id=${rows[0]?.id ?? ''}`)
  const opener = phone.page.getByRole('button', { name: '加一个人' })
  await opener.focus()
  await keyboard.press('Enter')
  const sheet = phone.page.getByRole('dialog', { name: '加一个人' })
  await sheet.waitFor()
  expect(await focused(phone)).toEqual({ name: '加一个人', inside: true })
  for (let times = 0; times < 12; times += 1) {
    await keyboard.press(times < 8 ? 'Tab' : 'Shift+Tab')
    expect((await focused(phone)).inside).toBe(true)
  }
  await keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await focused(phone)).toEqual({ name: '加一个人', inside: false })
})

it('leaves no trouble on any console', () => {
  expect(troubles()).toEqual([])
})
