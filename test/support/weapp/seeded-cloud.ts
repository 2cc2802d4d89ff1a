import { seed } from '../../../tools/seed/seed'
import { drawPicture } from '../../../tools/seed/pictures'
import { randomFrom } from '../../../tools/seed/random'
import { startCloudProcess, type CloudProcess } from '../cloud-process'

/** The environment that the local cloud's own functions use. */
const env = 'local'

export interface SeededCloud extends CloudProcess {
  /** what these people sign in with, by role */
  readonly openids: Readonly<Record<'resident' | 'handler' | 'grid' | 'command', string>>
}

/** A local cloud of the suite's own with the made-up district in it. */
export const startSeededCloud = async (reports: number): Promise<SeededCloud> => {
  const cloud = await startCloudProcess()
  try {
    const people = await seed({ url: cloud.url, env, now: Date.now(), reports })
    return { ...cloud, openids: openidsOf(people) }
  } catch (error) {
    await cloud.stop()
    throw error
  }
}

const openidsOf = (people: Awaited<ReturnType<typeof seed>>): SeededCloud['openids'] => {
  const openidOf = (role: string) => {
    const found = people.find(({ grants }) => (grants[0]?.role ?? 'resident') === role)
    if (!found) throw new Error(`the district has no ${role}`)
    return found.openid
  }
  return {
    resident: openidOf('resident'),
    handler: openidOf('handler'),
    grid: openidOf('grid'),
    command: openidOf('command'),
  }
}

export const aPicture = (): Uint8Array => drawPicture(randomFrom(7))

/** Before the first estate of the district's first street. */
export const aSpot = { longitude: 123.2105, latitude: 38.4075, name: '社区门口' }
