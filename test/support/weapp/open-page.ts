import type { Actor } from '#domain/actor'
import { cloudUrl, openidOf } from '../small-district'
import { bridgeTo } from './cloud-bridge'
import { WeappEngine } from './engine'

const KB = 1024
/** What a page's first screen may send to WeChat's view, and what one tap may. */
export const firstScreenBudget = 30 * KB
export const tapBudget = 2 * KB

const opened = new Set<WeappEngine>()

/** WeChat's build, launched on this page by this person of the suite's one local cloud, once the words stand on it. */
export const openPage = async (
  actor: Actor,
  url: string,
  words: string,
  photo?: Uint8Array,
): Promise<WeappEngine> => {
  const engine = new WeappEngine(bridgeTo(cloudUrl(), openidOf(actor)), photo)
  opened.add(engine)
  engine.start(url)
  for (let tries = 0; tries < 40 && !engine.text.includes(words); tries += 1) await engine.settle()
  return engine
}

/** Leaves every page that was opened: what still ticks there would keep the tests from ending. */
export const closePages = (): void => {
  for (const engine of opened) engine.close()
  opened.clear()
}

/** Bytes sent so far. */
export const sentBy = ({ setData }: WeappEngine): number => setData.reduce((sum, { bytes }) => sum + bytes, 0)
