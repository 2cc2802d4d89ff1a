import { checkForm } from './check-form'
import { inParallel, runBin, type Finished } from './process'

interface Check {
  readonly name: string
  readonly run: () => Promise<Finished>
}

/** The longest first: two run at a time. */
const checks: readonly Check[] = [
  { name: 'eslint', run: () => runBin('eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
  { name: 'tsc', run: () => runBin('typescript/bin/tsc', ['--noEmit']) },
  {
    name: 'dependency-cruiser',
    run: () =>
      runBin('dependency-cruiser/bin/dependency-cruise.mjs', [
        '--config',
        '.dependency-cruiser.cjs',
        ...['src', 'domain', 'cloudfunctions', 'tools', 'test', 'config'],
      ]),
  },
  { name: 'knip', run: () => runBin('knip/bin/knip.js', ['--no-progress']) },
  {
    name: 'prettier',
    run: () => runBin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'form', run: checkForm },
]

const report = async ({ name, run }: Check): Promise<boolean> => {
  const { ok, output, seconds } = await run()
  console.log(
    `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)}  ${seconds.toFixed(1)} s${ok ? '' : `\n${output}`}`,
  )
  return ok
}

const main = async (): Promise<void> => {
  const outcomes = await inParallel(checks, 2, report)
  if (outcomes.includes(false)) process.exitCode = 1
}

void main()
