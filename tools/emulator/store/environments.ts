import type { DataFolder } from './data-folder'
import { safeEnvName } from './data-folder'
import type { Change } from './environment'
import { Environment } from './environment'
import type { IndexDeclarations } from './index-declarations'

export type ChangeListener = (env: string, changes: readonly Change[]) => void

/** The environments of a data folder, each opened when it is first named. */
export class Environments {
  readonly #folder: DataFolder
  readonly #declarations: IndexDeclarations
  readonly #open = new Map<string, Environment>()
  readonly #listeners = new Set<ChangeListener>()

  constructor(folder: DataFolder, declarations: IndexDeclarations) {
    this.#folder = folder
    this.#declarations = declarations
  }

  get(name: string): Environment {
    const safe = safeEnvName(name)
    let environment = this.#open.get(safe)
    if (environment === undefined) {
      environment = new Environment(safe, this.#folder.database(safe), this.#declarations)
      environment.onCommit((changes) => {
        for (const listener of this.#listeners) listener(safe, changes)
      })
      this.#open.set(safe, environment)
    }
    return environment
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.add(listener)
  }

  close(): void {
    for (const environment of this.#open.values()) environment.close()
    this.#open.clear()
  }
}
