import type { ReactNode } from 'react'
import { GuideScreen } from './guide-screen'
import { OpenToAll } from './open-to-all'
import { PrivacyAsk } from './privacy-ask'

/** Before anything is collected a person reads what for and agrees; what is public has no gate. */
export const Gate = ({ children }: { readonly children: ReactNode }) => (
  <OpenToAll>
    {(session) => {
      const { kind, guide, districtName } = session
      if (kind === 'visitor' || session.outdated)
        return <GuideScreen guide={guide} districtName={districtName} again={kind === 'person'} />
      return (
        <>
          {children}
          <PrivacyAsk />
        </>
      )
    }}
  </OpenToAll>
)
