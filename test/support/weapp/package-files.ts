import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'

/** The built mini-program as it would be uploaded. */
export const weappRoot = resolve(__dirname, '..', '..', '..', 'dist', 'weapp')

export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: {
    readonly custom?: boolean
    readonly list: readonly { readonly pagePath: string }[]
  }
  readonly window?: Readonly<Record<string, unknown>>
  readonly themeLocation?: string
}

export const readJson = (path: string, root = weappRoot): unknown =>
  JSON.parse(readFileSync(join(root, path), 'utf8'))

export const readAppJson = (root = weappRoot): AppJson => readJson('app.json', root) as AppJson

/** Every page, those of the subpackages with their root. */
export const pagesOf = ({ pages, subPackages = [] }: AppJson): readonly string[] => [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => posix.join(part.root, page))),
]

/** Paths below the root with forward slashes, as app.json writes them. */
export const filesOf = (root = weappRoot): readonly string[] =>
  readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

/** Bytes of the main package and of each subpackage. */
export const packageSizes = (root = weappRoot): ReadonlyMap<string, number> => {
  const parts = (readAppJson(root).subPackages ?? []).map((part) => part.root.replace(/\/$/, ''))
  const sizes = new Map<string, number>()
  for (const file of filesOf(root)) {
    const part = parts.find((prefix) => file.startsWith(`${prefix}/`)) ?? 'main'
    sizes.set(part, (sizes.get(part) ?? 0) + statSync(join(root, file)).size)
  }
  return sizes
}
