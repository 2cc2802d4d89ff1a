import { Text, View } from '@tarojs/components'

export default function IndexPage() {
  return (
    <View>
      <Text>Hello world!</Text>
    </View>
  )
}
