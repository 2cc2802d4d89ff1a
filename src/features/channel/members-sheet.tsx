import type { Id } from '#domain/kernel/id'
import { useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Sheet } from '../../ui/sheet'
import { useMembers } from './queries'
import type { Called } from './use-composer'
import { nameWords, standingWords } from './words'

interface Props {
  readonly channel: Id<'channel'>
  readonly onCall: (person: Called | '所有人') => void
  readonly onClose: () => void
}

/** Whom the office may call; everybody first. */
export const MembersSheet = ({ channel, onCall, onClose }: Props) => {
  const members = useEndless(useMembers(channel))
  return (
    <Sheet title="提醒谁看" onClose={onClose}>
      <Rows wide={false}>
        <RowLine
          title="所有人"
          note="每个人都会收到提醒"
          onTap={() => {
            onCall('所有人')
          }}
        />
      </Rows>
      <Listed
        list={members}
        moreWord="再看一些"
        empty={<EmptyState words="这里还没有别人。" actionWord="关闭" onAction={onClose} />}
      >
        {(rows) => (
          <Rows wide={false}>
            {rows.map((author, at) => {
              const { id, standing, shopName } = author
              const name = nameWords(author)
              return (
                <RowLine
                  key={id ?? at}
                  title={name}
                  note={
                    standing === 'owner' ? (shopName ?? '') : standing === null ? '' : standingWords[standing]
                  }
                  {...(id !== null && {
                    onTap: () => {
                      onCall({ id, name })
                    },
                  })}
                />
              )
            })}
          </Rows>
        )}
      </Listed>
    </Sheet>
  )
}
