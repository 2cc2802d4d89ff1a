// Photos of a draft outlive a reload: IndexedDB, or the page's memory where a browser has none.
const STORE = 'photos'
const memory = new Map<string, Blob>()

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('storage'))
    }
  })

const openStore = async (mode: IDBTransactionMode): Promise<IDBObjectStore | null> => {
  if (typeof indexedDB === 'undefined') return null
  try {
    const opening = indexedDB.open('store-head', 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(STORE)
    }
    return (await done(opening)).transaction(STORE, mode).objectStore(STORE)
  } catch {
    return null
  }
}

/** A full disk may show only when the transaction ends. */
const finished = ({ transaction }: IDBObjectStore): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('storage'))
    }
  })

/** false where there is no room for it. */
export const keepBlob = async (id: string, blob: Blob): Promise<boolean> => {
  const store = await openStore('readwrite')
  try {
    if (store) await Promise.all([done(store.put(blob, id)), finished(store)])
  } catch {
    return false
  }
  memory.set(id, blob)
  return true
}

export const photoBlob = async (id: string): Promise<Blob | null> => {
  const held = memory.get(id)
  if (held) return held
  const store = await openStore('readonly')
  const kept: unknown = store ? await done(store.get(id) as IDBRequest<unknown>) : null
  if (!(kept instanceof Blob)) return null
  memory.set(id, kept)
  return kept
}

export const dropBlob = async (id: string): Promise<void> => {
  memory.delete(id)
  const store = await openStore('readwrite')
  if (store) await done(store.delete(id))
}
