export default definePageConfig({ navigationBarTitleText: '找消息' })
