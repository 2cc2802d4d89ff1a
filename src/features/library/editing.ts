import type { ArticleTopic } from '#domain/article'
import type { BlockInput, DraftBlock, DraftView, ShownBlock } from '#domain/contract/article'
import type { Id } from '#domain/kernel/id'

/** A block in the editor: steps are written one a line. */
export type EditedBlock =
  | { readonly kind: 'heading' | 'words' | 'steps'; readonly words: string }
  | { readonly kind: 'picture'; readonly from: EditedPicture; readonly words: string }

export type EditedPicture =
  | { readonly kind: 'kept'; readonly file: string; readonly src: string }
  | { readonly kind: 'photo'; readonly id: string; readonly src: string }

export interface Edited {
  readonly title: string
  readonly topic: ArticleTopic
  readonly trades: readonly Id<'trade'>[] | null
  readonly blocks: readonly EditedBlock[]
}

export const blank: Edited = {
  title: '',
  topic: 'disinfection',
  trades: null,
  blocks: [{ kind: 'words', words: '' }],
}

const editedFrom = (block: DraftBlock): EditedBlock => {
  switch (block.kind) {
    case 'steps':
      return { kind: 'steps', words: block.steps.join('\n') }
    case 'picture':
      return {
        kind: 'picture',
        from: { kind: 'kept', file: block.file, src: block.url },
        words: block.words,
      }
    case 'heading':
    case 'words':
      return block
  }
}

export const editedOf = ({ title, topic, trades, blocks }: DraftView): Edited => ({
  ...{ title, topic, trades },
  blocks: blocks.map(editedFrom),
})

const stepsIn = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The photos of this phone that are in it, each once. */
export const photosIn = ({ blocks }: Edited): readonly string[] => [
  ...new Set(
    blocks.flatMap((block) =>
      block.kind === 'picture' && block.from.kind === 'photo' ? [block.from.id] : [],
    ),
  ),
]

/** As it is sent; photos by their place among the uploads. */
export const inputOf = (edited: Edited) => {
  const photos = photosIn(edited)
  const { title, topic, trades } = edited
  const blocks = edited.blocks.map((block): BlockInput => {
    if (block.kind === 'steps') return { kind: 'steps', steps: stepsIn(block.words) }
    if (block.kind !== 'picture') return { kind: block.kind, words: block.words }
    const { from, words } = block
    return from.kind === 'kept'
      ? { kind: 'picture', from: { kind: 'kept', file: from.file }, words }
      : { kind: 'picture', from: { kind: 'uploaded', at: photos.indexOf(from.id) }, words }
  })
  return { title, topic, trades, blocks }
}

/** As its readers will see it. */
export const shownOf = ({ blocks }: Edited): readonly ShownBlock[] =>
  blocks.map((block): ShownBlock => {
    if (block.kind === 'steps') return { kind: 'steps', steps: stepsIn(block.words) }
    if (block.kind !== 'picture') return { kind: block.kind, words: block.words }
    return { kind: 'picture', url: block.from.src, width: 4, height: 3, words: block.words }
  })

/** The block takes the place of its neighbour. */
export const swapped = (blocks: readonly EditedBlock[], at: number, by: 1 | -1): readonly EditedBlock[] => {
  const [one, other] = [blocks[at], blocks[at + by]]
  if (!one || !other) return blocks
  return blocks.map((block, position) => (position === at ? other : position === at + by ? one : block))
}
