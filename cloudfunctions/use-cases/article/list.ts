import { become, refuse } from '#domain/kernel/result'

import { everybody, listByGram, listLibrary, type LibraryEntry, type Seeking } from '../../store/articles'
import { cursorFrom, cursorText, type Cursor, type Page } from '../../store/page'
import { gramsOf } from '../../store/shops'
import type { UseCase } from '../call'
import { wordsOf } from '../shop/search'
import { readerOf } from './reader'
import { rowsOf } from './rows'

const pageRows = 20
/** a search that finds little ends here, and the page says where to go on */
const batches = 3

/** What is published for this reader; a searched text stands in the title or in what is written. */
export const listArticles: UseCase<'article.list'> = async ({ words, trade, topic, cursor }, { actor }) => {
  const wanted = wordsOf(words)
  const [gram] = gramsOf(...wanted)
  if (wanted.length > 0 && gram === undefined) return refuse('words-too-short')
  const { caseloads } = await readerOf(actor)
  const seeking = { district: actor.district, audiences: [everybody, ...caseloads], trade, topic }
  const page =
    gram === undefined
      ? await listLibrary(seeking, pageRows, cursorFrom(cursor))
      : await search(seeking, gram, wanted, cursorFrom(cursor))
  return become({ rows: await rowsOf(page.rows), next: cursorText(page.next) })
}

const suits = ({ trade, topic }: Seeking, wanted: readonly string[], entry: LibraryEntry): boolean =>
  (trade === null || entry.trades === null || entry.trades.includes(trade)) &&
  (topic === null || entry.topic === topic) &&
  wanted.every((word) => entry.letters.includes(word))

const search = async (
  seeking: Seeking,
  gram: string,
  wanted: readonly string[],
  from: Cursor | null,
): Promise<Page<LibraryEntry>> => {
  const rows: LibraryEntry[] = []
  let at = from
  for (let batch = 0; batch < batches; batch += 1) {
    const page = await listByGram(seeking, gram, pageRows, at)
    for (const entry of page.rows) {
      if (suits(seeking, wanted, entry)) rows.push(entry)
      at = { value: entry.at, id: entry.id }
      if (rows.length === pageRows) return { rows, next: at }
    }
    if (page.next === null) return { rows, next: null }
  }
  return { rows, next: at }
}
