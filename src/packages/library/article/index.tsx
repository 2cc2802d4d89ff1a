import { asId } from '#domain/kernel/id'
import { ArticleScreen } from '../../../features/library/article-screen'
import { Gate } from '../../../features/session/gate'
import { ReadAloud } from '../../../features/session/read-aloud'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { toArticle } from '../../../platform/routes'

export default function ArticlePage() {
  const { params } = useRouter()
  const id = asId<'article'>(params['id'] ?? '')
  const edition = Number(params['edition'])
  return (
    <Gate>
      <ArticleScreen
        id={id}
        edition={Number.isInteger(edition) && edition > 0 ? edition : null}
        onNewest={() => {
          toArticle(id)
        }}
        onHome={() => {
          openTab('home')
        }}
        listen={(lines) => <ReadAloud lines={lines} />}
      />
    </Gate>
  )
}
