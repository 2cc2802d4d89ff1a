import { CloudFault, messageOf } from '../fault'
import type { DataFolder } from './data-folder'
import { DataFolderError, safeEnvName } from './data-folder'
import type { Change } from './environment'
import { Environment } from './environment'
import type { IndexDeclarations } from './index-declarations'

export type ChangeListener = (env: string, changes: readonly Change[]) => void

/** The environments of a data folder, each opened when it is first named. */
export class Environments {
  readonly #folder: DataFolder
  readonly #declarations: IndexDeclarations
  readonly #transactionMs: number | undefined
  readonly #open = new Map<string, Environment>()
  readonly #listeners = new Set<ChangeListener>()

  constructor(folder: DataFolder, declarations: IndexDeclarations, transactionMs?: number) {
    this.#transactionMs = transactionMs
    this.#folder = folder
    this.#declarations = declarations
  }

  get(name: string): Environment {
    const safe = safeEnvName(name)
    let environment = this.#open.get(safe)
    if (environment === undefined) {
      environment = this.#openOne(safe)
      environment.onCommit((changes) => {
        for (const listener of this.#listeners) listener(safe, changes)
      })
      this.#open.set(safe, environment)
    }
    return environment
  }

  #openOne(name: string): Environment {
    const file = this.#folder.database(name)
    try {
      return new Environment(name, file, this.#declarations, this.#transactionMs)
    } catch (error) {
      if (error instanceof CloudFault) throw error
      throw new DataFolderError(`${file} cannot be opened: ${messageOf(error)}`)
    }
  }

  /** Those that have a database file. */
  names(): string[] {
    return this.#folder.environments()
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.add(listener)
  }

  close(): void {
    for (const environment of this.#open.values()) environment.close()
    this.#open.clear()
  }
}
