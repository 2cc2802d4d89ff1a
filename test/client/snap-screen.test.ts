import { TaroTest } from '../support/taro-harness'
import { theApp } from '../support/the-app'

const textOf = (): string => document.body.textContent
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !holds(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  if (!holds()) throw new Error(`not seen; the page says: ${textOf()}`)
}

describe('the report form, as a resident of the made-up district sees it', () => {
  const taro = new TaroTest()

  beforeAll(async () => {
    localStorage.setItem('local-openid', 'open-person-reporter')
    await taro.startApp(theApp, '/pages/snap/index')
    await until(() => textOf().includes('问题类型'))
  })

  it('asks for little: photo, words, place; the type may stay open', () => {
    expect(textOf()).toContain('可不选，工作人员帮您分')
    expect(textOf()).toContain('请选街道和社区')
  })

  it('keeps its word about who sees the reporter, and says where help in danger is', () => {
    expect(textOf()).toContain('店主和店长看不到')
    expect(textOf()).toContain('生命危险请拨 120、110')
  })

  it('an empty report is answered beside the button, with what to do', async () => {
    const button = [...document.querySelectorAll<HTMLElement>('[role=button]')].find(
      ({ textContent }) => textContent === '提交',
    )
    if (!button) throw new Error('no button 提交')
    button.click()
    await until(() => textOf().includes('还没有照片和文字，拍一张或写一句再提交。'))
  })

  it('speaks no English and shows no code', () => {
    expect(textOf().replace(/[0-9/：·]/g, '')).not.toMatch(/[A-Za-z]{3,}/)
  })
})
