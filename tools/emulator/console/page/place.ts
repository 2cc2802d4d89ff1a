/** Where the reader is; it lives in the address, so that reload and back work: `#collections?collection=jobs`. */
export interface Place {
  readonly section: string
  readonly get: (name: string) => string
}
export type Changes = Readonly<Record<string, string>>

/** Kept from section to section. */
const lasting = ['env', 'paused']

function read(): { section: string; search: URLSearchParams } {
  const [section = '', search = ''] = location.hash.slice(1).split(/\?(.*)/s)
  return { section, search: new URLSearchParams(search) }
}

export function readPlace(): Place {
  const { section, search } = read()
  return { section, get: (name) => search.get(name) ?? (name === 'env' ? 'local' : '') }
}

/** The address of another section, or of this one with nothing chosen. */
export function addressOf(section: string, changes: Changes = {}): string {
  const { search } = read()
  const kept = lasting.flatMap((name) => {
    const value = search.get(name)
    return value === null ? [] : [[name, value]]
  })
  return write(section, new URLSearchParams(kept), changes)
}

export function go(section: string, changes: Changes = {}): void {
  location.hash = addressOf(section, changes)
}

/** Changes what is chosen here; an empty value takes it away. */
export function choose(changes: Changes): void {
  const { section, search } = read()
  location.hash = write(section, search, changes)
}

function write(section: string, search: URLSearchParams, changes: Changes): string {
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') search.delete(name)
    else search.set(name, value)
  }
  const text = search.toString()
  return `#${section}${text === '' ? '' : `?${text}`}`
}
