import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readRules, rulesFrom } from '../../tools/emulator/rules'
import type { TestCloud } from '../support/local-cloud'
import { startTestCloud } from '../support/local-cloud'

const owns = 'doc._openid == auth.openid'
const uploaded = 'resource.openid == auth.openid'

describe('who may call a function', () => {
  it.each([
    ['no rules: signed-in people', {}, true, false],
    ['true', { fn: { invoke: true } }, true, true],
    ['false', { fn: { invoke: false } }, false, false],
    ['"auth != null"', { fn: { invoke: 'auth != null' } }, true, false],
    ['* stands for every function', { '*': { invoke: false } }, false, false],
    ['its own rule goes before *', { '*': { invoke: false }, fn: { invoke: true } }, true, true],
    ['* does not loosen its own rule', { '*': { invoke: true }, fn: { invoke: false } }, false, false],
    ['another function’s rule says nothing', { other: { invoke: false } }, true, false],
  ])('%s', (_, json, signedIn, stranger) => {
    const rules = rulesFrom(json)
    expect([rules.mayInvoke('fn', true), rules.mayInvoke('fn', false)]).toEqual([signedIn, stranger])
  })
})

describe('who may watch a collection', () => {
  it.each([
    ['no rule: nobody', undefined, false, false, false],
    ['true', true, true, true, true],
    ['false', false, false, false, false],
    ['"auth != null"', 'auth != null', true, true, false],
    ['the owner: whoever asks for their own documents', owns, false, true, false],
  ])('%s', (_, read, anyQuery, ownQuery, stranger) => {
    const rules = rulesFrom(read === undefined ? {} : { collections: { notes: { read } } })
    expect([
      rules.mayRead('notes', 'anna', undefined),
      rules.mayRead('notes', 'anna', 'anna'),
      rules.mayRead('notes', undefined, undefined),
    ]).toEqual([anyQuery, ownQuery, stranger])
    expect(rules.mayRead('notes', 'anna', 'bob')).toBe(anyQuery)
    expect(rules.mayRead('others', 'anna', 'anna')).toBe(false)
  })
})

describe('who may read and write a file', () => {
  it.each([
    ['no rule: what they uploaded', {}, [true, false, false], [true, false, false]],
    ['true', { read: true, write: true }, [true, true, true], [true, true, true]],
    ['false', { read: false, write: false }, [false, false, false], [false, false, false]],
    [
      '"auth != null"',
      { read: 'auth != null', write: 'auth != null' },
      [true, true, true],
      [true, true, true],
    ],
    ['the owner', { read: uploaded, write: uploaded }, [true, false, false], [true, false, false]],
  ])('%s: one’s own, another person’s, a function’s file', (_, storage, read, write) => {
    const rules = rulesFrom({ storage })
    const owners = ['anna', 'bob', undefined]
    expect(owners.map((owner) => rules.mayReadFile(owner, 'anna'))).toEqual(read)
    expect(owners.map((owner) => rules.mayWriteFile('inbox/a', { owner }, 'anna'))).toEqual(write)
  })

  it('lets people write only into the folders named, new files too', () => {
    const rules = rulesFrom({ storage: { clientWrite: ['in/', 'more/deep/'] } })
    const paths = ['in/a', 'more/deep/a', 'more/a', 'inbox/a', 'in', 'IN/a']
    expect(paths.map((at) => rules.mayWriteFile(at, undefined, 'anna'))).toEqual([
      ...[true, true, false, false, false, false],
    ])
    const whole = rulesFrom({ storage: { clientWrite: [''] } })
    expect(whole.mayWriteFile('anywhere', undefined, 'anna')).toBe(true)
    const nowhere = rulesFrom({ storage: { clientWrite: [] } })
    expect(nowhere.mayWriteFile('inbox/a', undefined, 'anna')).toBe(false)
  })
})

describe('rules that cannot be used', () => {
  it.each([
    [{ api: { invoke: 'yes' } }, 'the rule api.invoke must be true, false or "auth != null", not "yes"'],
    [{ api: { invoke: null } }, 'api.invoke'],
    [{ api: {} }, 'the rule api.invoke is missing'],
    [{ api: { invokes: true } }, 'the rule api.invokes is not known; known are invoke'],
    [{ api: true }, 'api must be an object'],
    [{ '*': { invoke: 1 } }, '*.invoke'],
    [
      { collections: { notes: { read: 'auth.openid' } } },
      `collections.notes.read must be true, false, "auth != null" or "${owns}"`,
    ],
    [{ collections: { notes: { write: true } } }, 'collections.notes.write must be false'],
    [{ collections: [] }, 'collections must be an object'],
    [{ collections: { notes: 'auth != null' } }, 'collections.notes must be an object'],
    [{ storage: { read: owns } }, `storage.read must be true, false, "auth != null" or "${uploaded}"`],
    [{ storage: { clientWrite: 'inbox/' } }, 'storage.clientWrite'],
    [{ storage: { clientWrite: ['inbox'] } }, 'storage.clientWrite'],
    [{ storage: { clientwrite: [] } }, 'storage.clientwrite is not known'],
    [[], 'the rules must be an object'],
  ])('%j names the entry', (json, words) => {
    expect(() => rulesFrom(json)).toThrow(words)
  })

  it('names the file that is missing or is not JSON', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rules-'))
    const file = path.join(folder, 'rules.json')
    expect(() => readRules(file)).toThrow(/the rules file .*rules\.json cannot be used: .*ENOENT/)
    await writeFile(file, '{"api": ')
    expect(() => readRules(file)).toThrow(`the rules file ${file} cannot be used`)
    await writeFile(file, '{"api": {"invoke": "no"}}')
    expect(() => readRules(file)).toThrow(/rules\.json cannot be used: the rule api\.invoke/)
    await rm(folder, { recursive: true })
  })
})

describe('at the doors', () => {
  let test: TestCloud

  beforeAll(async () => {
    test = await startTestCloud({ rules: { echo: { invoke: false } } })
  })
  afterAll(() => test.close())

  it('binds people and not functions', async () => {
    const call = (name: string) =>
      test.at(`/call/${name}`, { method: 'POST', openid: 'anna', body: JSON.stringify({ depth: 0 }) })
    const refused = await call('echo')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: { code: 'PERMISSION_DENIED' } })
    expect(await (await call('nests')).json()).toMatchObject({ result: { openid: 'anna' } })
  })
})
