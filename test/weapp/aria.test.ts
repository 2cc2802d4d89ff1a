import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const templates = readFileSync(resolve(__dirname, '../../dist/weapp/base.wxml'), 'utf8')

describe('the templates a screen reader meets', () => {
  it.each(['aria-role', 'aria-label', 'aria-disabled', 'aria-hidden', 'aria-checked'])(
    'carry %s',
    (attribute) => {
      expect(templates).toContain(`${attribute}="{{`)
    },
  )
})
