import type { ArticleText } from '#domain/article'

export const aText = (given: Partial<ArticleText> = {}): ArticleText => ({
  title: '毛巾怎么消毒',
  topic: 'disinfection',
  trades: null,
  blocks: [{ kind: 'words', words: '一客一换一消毒。' }],
  ...given,
})
