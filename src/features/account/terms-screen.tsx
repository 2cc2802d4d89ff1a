import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Guide } from '#domain/contract/session'
import type { Term } from '#domain/person'
import { dial } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { termsTexts } from './terms-words'
import { versionWords } from './words'

interface Props {
  readonly term: Term
  readonly districtName: string
  readonly guide: Guide
  /** what reads the text aloud, where the platform can */
  readonly aloud: ReactNode
}

/** A whole text, for anybody, before and after agreeing. */
export const TermsScreen = ({ term, districtName, guide, aloud }: Props) => {
  const { title, sections } = termsTexts[term]
  return (
    <Screen>
      <View>
        <Text as="title">{title}</Text>
        <Text as="small">{`店长通 · ${districtName} · ${versionWords(guide.versions[term])}`}</Text>
      </View>
      {aloud}
      {sections.map((section) => (
        <Card key={section.title} title={section.title}>
          {section.lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Card>
      ))}
      <Card title="联系我们">
        <Text>{guide.contact}</Text>
        <Text>也可以打 12345。关于个人信息的请求，15 个工作日内答复。</Text>
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
