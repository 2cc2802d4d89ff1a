import { parseArgs } from 'node:util'
import type { StoredDocument } from '../emulator/engine/ejson'
import { DataFolder } from '../emulator/store/data-folder'
import { Environments } from '../emulator/store/environments'
import { readIndexFile } from '../emulator/store/index-declarations'

const PER_COMMIT = 10_000
const CITIES = 1000

/**
 * Fills `items` of a data folder directly through the store, 10,000 documents per commit, without journal and fsync;
 * the cloud that opens the folder afterwards runs with synchronous = FULL as ever.
 */
function load(data: string, indexes: string, documents: number): void {
  const folder = new DataFolder(data)
  const environments = new Environments(folder, readIndexFile(indexes))
  const environment = environments.get('local')
  const items = environment.collection('items')
  environment.db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000')
  for (let from = 0; from < documents; from += PER_COMMIT) {
    environment.change((write) => {
      for (let n = from; n < Math.min(documents, from + PER_COMMIT); n++) write(items, undefined, item(n))
    })
  }
  environment.db.exec('PRAGMA journal_mode = WAL')
  environments.close()
  folder.close()
}

const item = (n: number): StoredDocument => ({
  _id: `item-${String(n)}`,
  city: `city-${String(n % CITIES)}`,
  price: (n * 7919) % 10_007,
  name: `Item ${String(n)}`,
  tags: ['one', `tag-${String(n % 17)}`],
  open: n % 3 === 0,
  place: { street: `Street ${String(n % 97)}`, floor: n % 5 },
})

const { values } = parseArgs({
  options: { data: { type: 'string' }, indexes: { type: 'string' }, documents: { type: 'string' } },
})
load(values.data ?? '', values.indexes ?? '', Number(values.documents))
