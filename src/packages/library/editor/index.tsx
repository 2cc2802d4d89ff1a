import { useState } from 'react'
import { asId, type Id } from '#domain/kernel/id'
import { EditorScreen } from '../../../features/library/editor-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'

export default function ArticleEditorPage() {
  const { params } = useRouter()
  const [id, setId] = useState<Id<'article'> | null>(params['id'] === undefined ? null : asId(params['id']))
  return (
    <Gate>
      <EditorScreen id={id} onSaved={setId} />
    </Gate>
  )
}
