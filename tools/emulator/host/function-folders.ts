import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../fault'
import { FunctionConfigError, readFunctionConfig } from './function-config'
import type { DeployedFunction } from './invocation'

export interface FunctionFolders {
  readonly functions: ReadonlyMap<string, DeployedFunction>
  /** Why a folder is no function that can run, by its name. */
  readonly faults: ReadonlyMap<string, string>
}

export class FunctionsFolderError extends Error {}

/** Every folder with an index.js is a function; config.json beside it sets timeout, memory, env and triggers. */
export function readFunctionFolders(root: string): FunctionFolders {
  const functions = new Map<string, DeployedFunction>()
  const faults = new Map<string, string>()
  for (const name of foldersIn(root)) {
    const folder = path.resolve(root, name)
    if (!existsSync(path.join(folder, 'index.js'))) {
      faults.set(name, `${folder} holds no index.js`)
      continue
    }
    try {
      functions.set(name, { name, folder, config: readFunctionConfig(path.join(folder, 'config.json')) })
    } catch (error) {
      if (!(error instanceof FunctionConfigError)) throw error
      faults.set(name, error.message)
    }
  }
  return { functions, faults }
}

function foldersIn(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' ? [entry.name] : [],
    )
  } catch (error) {
    throw new FunctionsFolderError(`the functions cannot be read: ${messageOf(error)}`)
  }
}
