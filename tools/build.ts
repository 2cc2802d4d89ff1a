import { parseArgs } from 'node:util'
import { buildH5, buildWeapp } from './build-client'
import { buildFunctions } from './build-functions'
import { inParallel } from './process'

const builds = { functions: buildFunctions, weapp: buildWeapp, h5: buildH5 }
type BuildName = keyof typeof builds
const isBuildName = (name: string): name is BuildName => name in builds

const buildOne = async (name: BuildName): Promise<boolean> => {
  const started = performance.now()
  try {
    const outcome = await builds[name]()
    console.log(
      `${outcome.padEnd(9)}  ${name.padEnd(9)}  ${((performance.now() - started) / 1000).toFixed(1)} s`,
    )
    return true
  } catch (error) {
    console.error(`failed     ${name}\n${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } })
  const unknown = values.only.filter((name) => !isBuildName(name))
  if (unknown.length > 0)
    throw new Error(`--only takes ${Object.keys(builds).join(', ')}; not ${unknown.join(', ')}`)
  const names =
    values.only.length > 0 ? values.only.filter(isBuildName) : (Object.keys(builds) as BuildName[])
  const outcomes = await inParallel(names, 2, buildOne)
  if (outcomes.includes(false)) process.exitCode = 1
}

void main()
