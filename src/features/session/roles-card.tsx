import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Choice } from '../../ui/choice'
import { described } from '../../ui/described'
import { Field } from '../../ui/field'
import { Text } from '../../ui/text'
import { useActiveRole, type HeldRole } from './acting-role'
import { roleWords } from './words'

const SHOWN = 3

const scopeWords = ({ scopeNames }: HeldRole): string => {
  const shown = scopeNames.slice(0, SHOWN).join('、')
  return scopeNames.length > SHOWN ? `${shown}等 ${String(scopeNames.length)} 处` : shown
}

/** The posts a person holds; whoever holds more than one says which of them counts now. */
export const RolesCard = () => {
  const { held, acting, actAs } = useActiveRole()
  const [only] = held
  if (only === undefined) return null
  if (held.length === 1)
    return (
      <Card>
        <Field name={roleWords[only.role]} value={scopeWords(only)} />
      </Card>
    )
  return (
    <Card title="现在以哪个身份办事">
      <View
        {...described({ role: 'radiogroup', label: '现在以哪个身份办事' })}
        style="display:flex;flex-direction:column;gap:8px"
      >
        {held.map((one) => (
          <Choice
            key={one.role}
            word={roleWords[one.role]}
            note={scopeWords(one)}
            on={one.role === acting}
            onTap={() => {
              actAs(one.role)
            }}
          />
        ))}
      </View>
      <Text as="note">首页先显示这个身份要办的事；其他身份的消息照样收到。</Text>
    </Card>
  )
}
