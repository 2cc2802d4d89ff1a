import { View } from '@tarojs/components'
import { serverNow } from '../../platform/server-clock'
import { Segments } from '../../ui/segments'
import { Text } from '../../ui/text'
import { dayWords } from '../../ui/time-words'
import { useActiveRole } from './acting-role'
import { usePerson } from './use-session'
import { roleWords } from './words'

/** Who is at work and which day it is; whoever holds several roles changes over here, one tap away. */
export const Greeting = () => {
  const session = usePerson()
  const { held, acting, actAs } = useActiveRole()
  if (!session || acting === null) return null
  const places = held.find(({ role }) => role === acting)?.scopeNames ?? []
  const [first = ''] = places
  const now = serverNow()
  const place = places.length > 1 ? `${first}等 ${String(places.length)} 处` : first
  return (
    <>
      <View>
        <Text as="title">{`${session.person.name || '您好'} · ${roleWords[acting]}`}</Text>
        <Text as="small">{[dayWords(now, now), place].filter(Boolean).join(' · ')}</Text>
      </View>
      {held.length > 1 && (
        <Segments
          label="现在的身份"
          options={held.map(({ role }) => [role, roleWords[role]] as const)}
          value={acting}
          onChange={actAs}
        />
      )}
    </>
  )
}
