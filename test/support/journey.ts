import type { Browser } from 'playwright-core'

import { drawPicture } from '../../tools/seed/pictures'
import { randomFrom } from '../../tools/seed/random'
import { launchBrowser } from './browser'
import { aPhone, type Phone } from './phone'
import { callProduct, startProductProcess } from './product-process'

type Product = Awaited<ReturnType<typeof startProductProcess>>

/** The product and a browser for all tests of a file, and the phones that were taken out. */
export interface Journey {
  readonly url: () => string
  readonly phoneOf: (openid: string) => Promise<Phone>
  /** an endpoint's value, as the person asks for it; anything but a yes throws */
  readonly call: <T>(openid: string, endpoint: string, input: unknown) => Promise<T>
  /** for a phone that was offline: the browser itself tells of that on the console */
  readonly overlook: (phone: Phone) => void
  /** what went wrong on any phone's console */
  readonly troubles: () => readonly string[]
}

export const startJourney = (): Journey => {
  let product: Product | undefined
  let browser: Browser | undefined
  const phones = new Set<Phone>()

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([startProductProcess(), launchBrowser()])
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), product?.stop()])
  })
  const url = () => product?.url ?? ''

  return {
    url,
    phoneOf: async (openid) => {
      if (!browser) throw new Error('no browser yet')
      const phone = await aPhone(browser, url(), openid)
      phones.add(phone)
      return phone
    },
    call: (openid, endpoint, input) => callProduct(url(), openid, endpoint, input),
    overlook: (phone) => {
      phones.delete(phone)
    },
    troubles: () => [...phones].flatMap(({ troubles }) => troubles),
  }
}

/** The field with this label on the page in front. */
export const lineOf = ({ page }: Phone, label: string) =>
  page.getByLabel(label, { exact: true }).filter({ visible: true }).last()

/** The many-line field on the page in front. */
export const wordsOf = ({ page }: Phone) => page.locator('textarea').filter({ visible: true }).last()

export interface Chosen {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Taps what opens the phone's own chooser of pictures and files, and chooses. */
export const choose = async ({ page, see }: Phone, button: string, files: Chosen | readonly Chosen[]) => {
  const chooser = page.waitForEvent('filechooser')
  await see(button).tap()
  await (await chooser).setFiles([files].flat())
}

/** At 「我的」: verifies the phone by a typed number, as only the local build takes one. */
export const typePhone = async (phone: Phone, number: string) => {
  await phone.tap('验证手机号')
  await lineOf(phone, '手机号').fill(number)
  await phone.tap('验证这个号码')
}

export const verifyPhone = async (phone: Phone, number: string) => {
  await typePhone(phone, number)
  await phone.see(/手机号已验证/).waitFor()
}

/** A finger's two taps, too quick for the page to have answered the first. */
export const tapTwice = async (phone: Phone, target: ReturnType<Phone['see']>) => {
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to tap')
  await phone.page.touchscreen.tap(box.x + 20, box.y + 10)
  await phone.page.touchscreen.tap(box.x + 20, box.y + 10)
}

export const aPicture = (seed: number): Chosen => ({
  name: `${String(seed)}.png`,
  mimeType: 'image/png',
  buffer: drawPicture(randomFrom(seed)),
})
