import { View } from '@tarojs/components'
import type { AccountView } from '#domain/contract/account'
import type { Term } from '#domain/person'
import { serverNow } from '../../platform/server-clock'
import { readingOf } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { Field, Hairline } from '../../ui/field'
import { NotHere } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { CopyCard } from './copy-card'
import { LeaveCard } from './leave-card'
import { useAccount } from './queries'
import { termNames, versionWords } from './words'

interface Props {
  readonly onTerms: (term: Term) => void
  readonly onLeft: () => void
}

const Consents = ({ consents, onTerms }: Pick<AccountView, 'consents'> & Pick<Props, 'onTerms'>) => (
  <Card title="同意记录">
    {[...consents]
      .sort((a, b) => b.at - a.at)
      .map(({ term, version, at }) => (
        <View key={`${term} ${version}`}>
          <Text>{`${termNames[term]}${versionWords(version)}`}</Text>
          <Text as="small">{`${momentWords(at, serverNow())} 同意`}</Text>
        </View>
      ))}
    <Hairline />
    <View>
      {(['privacy', 'agreement'] as const).map((term) => (
        <TextLink
          key={term}
          word={`看全文${termNames[term]}`}
          onTap={() => {
            onTerms(term)
          }}
        />
      ))}
    </View>
  </Card>
)

export const AccountScreen = ({ onTerms, onLeft }: Props) => {
  const reading = useAccount()
  const { data: account } = reading
  if (!account)
    return (
      <Screen>
        <NotHere {...readingOf(reading)} cards={4} />
      </Screen>
    )
  return (
    <Screen>
      <Card title="这里存着您的">
        <Field name="称呼" value={account.name === '' ? '还没有写' : account.name} />
        <Hairline />
        <Field name="手机号" value={account.phone ?? '还没有验证'} />
        <Hairline />
        <Field name="头像" value={account.avatar === null ? '还没有设' : '有一张'} />
        <Text as="small">称呼、头像、手机号在「我的」里改。</Text>
      </Card>
      <CopyCard />
      <Consents consents={account.consents} onTerms={onTerms} />
      <LeaveCard kept={account.kept} onLeft={onLeft} />
    </Screen>
  )
}
