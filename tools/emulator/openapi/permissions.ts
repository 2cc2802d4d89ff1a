import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The apis a function's config.json allows it; undefined when it says nothing of them. */
export function allowedApis(functionFolder: string): readonly unknown[] | undefined {
  try {
    const { permissions } = JSON.parse(readFileSync(path.join(functionFolder, 'config.json'), 'utf8')) as {
      permissions?: { openapi?: unknown }
    }
    return Array.isArray(permissions?.openapi) ? permissions.openapi : undefined
  } catch {
    return undefined
  }
}
