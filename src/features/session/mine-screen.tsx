import { Switch, View } from '@tarojs/components'
import type { Session } from '#domain/contract/session'
import { dial } from '../../platform/navigation'
import { readFailureWords } from '../../platform/outcome'
import { useAppearance } from '../../ui/appearance'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { named } from '../../ui/described'
import { ErrorState } from '../../ui/empty-state'
import { Field, Hairline } from '../../ui/field'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { useSession } from './use-session'
import { roleWords } from './words'

const Person = ({ session }: { readonly session: Session }) => (
  <Card>
    <View>
      <Text as="title">{session.person.name}</Text>
      <Text as="small">{session.districtName}</Text>
    </View>
    {session.roles.map(({ role, scopeName }) => (
      <View key={`${role} ${scopeName}`}>
        <Hairline />
        <Field name={roleWords[role]} value={scopeName} />
      </View>
    ))}
  </Card>
)

export const MineScreen = ({ onMyReports }: { readonly onMyReports: () => void }) => {
  const { data: session, error, refetch } = useSession()
  const { elder, setElder } = useAppearance()
  return (
    <Screen>
      {session && <Person session={session} />}
      {!session && error && (
        <ErrorState
          words={readFailureWords(error)}
          onRetry={() => {
            void refetch()
          }}
        />
      )}
      {!session && !error && <Skeleton cards={1} />}
      <Card>
        <Tappable label="我反映的问题" role="link" onTap={onMyReports}>
          <Field name="我反映的问题" value="看进度" onward />
        </Tappable>
        <Hairline />
        <Field
          name="长辈版"
          value={
            <Switch
              {...named('长辈版')}
              checked={elder}
              color="#0B6B57"
              onChange={({ detail }) => {
                setElder(detail.value)
              }}
            />
          }
        />
        <Text as="small">字更大，按钮更大。</Text>
      </Card>
      <Card title="您的信息怎么用">
        <Text as="small">对外不显示您是谁。只有负责回访的人能看电话，每次查看有记录；店主和店长看不到。</Text>
        <Text as="small">位置只在您点选时使用，不记录行踪；照片会去掉拍摄地点和手机信息再保存。</Text>
      </Card>
      <Card title="投诉建议">
        <Text as="small">对办理不满意，或有别的建议，打 12345。</Text>
        <Button
          word="打 12345"
          kind="plain"
          icon="phone"
          onTap={() => {
            dial('12345')
          }}
        />
      </Card>
    </Screen>
  )
}
