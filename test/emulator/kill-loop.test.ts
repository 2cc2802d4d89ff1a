import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { killRounds } from '../../tools/bench/kill-rounds'

const SECONDS = Number(process.env['KILL_LOOP_SECONDS'] ?? 15)

it(
  `loses nothing it acknowledged when killed again and again for ${String(SECONDS)} s`,
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'kill-loop-'))
    const kills = await killRounds(folder, path.join(__dirname, 'functions'), SECONDS)
    await rm(folder, { recursive: true, force: true })
    process.stdout.write(
      `kill loop: ${String(kills.rounds)} rounds, ${String(kills.acknowledged)} documents acknowledged, none lost\n`,
    )
    expect(kills.problems).toEqual([])
    expect(kills.acknowledged).toBeGreaterThan(kills.rounds)
  },
  (SECONDS + 60) * 1000,
)
