import { asId } from '#domain/kernel/id'
import { ArticleScreen } from '../../../features/library/article-screen'
import { useArticle } from '../../../features/library/queries'
import { Gate } from '../../../features/session/gate'
import { ReadAloud } from '../../../features/session/read-aloud'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { articlePath, toArticle } from '../../../platform/routes'
import { useShareCard } from '../../../platform/share'

const Article = () => {
  const { params } = useRouter()
  const id = asId<'article'>(params['id'] ?? '')
  const number = Number(params['edition'])
  const edition = Number.isInteger(number) && number > 0 ? number : null
  const { data } = useArticle(id, edition)
  // One that was withdrawn is not handed on.
  useShareCard(
    data === undefined || data.current === null ? null : { title: data.title, path: articlePath(id) },
  )
  return (
    <ArticleScreen
      id={id}
      edition={edition}
      onNewest={() => {
        toArticle(id)
      }}
      onHome={() => {
        openTab('home')
      }}
      listen={(lines) => <ReadAloud lines={lines} />}
    />
  )
}

export default function ArticlePage() {
  return (
    <Gate>
      <Article />
    </Gate>
  )
}
