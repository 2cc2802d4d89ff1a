import { TreeScreen } from '../../../features/office/tree/tree-screen'
import { Gate } from '../../../features/session/gate'
import { toOffice } from '../../../platform/routes'

export default function TreePage() {
  return (
    <Gate>
      <TreeScreen
        onImport={() => {
          toOffice('imports')
        }}
      />
    </Gate>
  )
}
