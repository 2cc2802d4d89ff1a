import { View } from '@tarojs/components'
import type { Guide } from '#domain/contract/session'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { toTerms } from '../../platform/routes'
import { Card } from '../../ui/card'
import { Hairline } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { useFarewell } from './farewell'
import { guideWords } from './guide-words'
import { useAgreement } from './use-session'
import { ReadAloud } from './read-aloud'
import { agreeRefusals } from './words'

/** The guide line by line, as it is read aloud. */
const aloudLines = (again: boolean, contact: string): readonly string[] => [
  again ? guideWords.again : guideWords.opening,
  ...guideWords.sections.flatMap(({ title, lines }) => [title, ...lines]),
  contact,
]

interface Props {
  readonly guide: Guide
  readonly districtName: string
  /** the person agreed before, to older texts */
  readonly again: boolean
}

/** The privacy guide: what is collected, what for, how long, who answers. Nothing is stored before the tap. */
export const GuideScreen = ({ guide, districtName, again }: Props) => {
  const { run, busy, failure } = useAgreement()
  const left = useFarewell()
  return (
    <Screen
      foot={
        <SendFoot
          failure={failure && failureWords(failure, agreeRefusals, unreachedWords)}
          word="同意并继续"
          ask="agreePrivacyAuthorization"
          busy={busy}
          onTap={() => {
            run(guide)
          }}
        />
      }
    >
      {left && <Notice tone="info" icon="check" words={guideWords.left} />}
      <Card>
        <Text as="title">{again ? guideWords.againTitle : guideWords.title}</Text>
        <Text>{again ? guideWords.again : guideWords.opening}</Text>
        <ReadAloud lines={aloudLines(again, guide.contact)} />
      </Card>
      <Card>
        {guideWords.sections.map(({ title, icon, lines }, at) => (
          <View key={title} style="display:flex;flex-direction:column;gap:6px">
            {at > 0 && <Hairline />}
            <Row>
              <Icon name={icon} />
              <Text as="head">{title}</Text>
            </Row>
            {lines.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </View>
        ))}
      </Card>
      <Card title="有疑问找谁">
        <Text>{`${districtName}：${guide.contact}，也可以打 12345。`}</Text>
        <View>
          <TextLink
            word="看全文《隐私保护指引》"
            onTap={() => {
              toTerms('privacy')
            }}
          />
          <TextLink
            word="看全文《用户协议》"
            onTap={() => {
              toTerms('agreement')
            }}
          />
        </View>
      </Card>
      <Text as="note" centred>
        {guideWords.without}
      </Text>
    </Screen>
  )
}
