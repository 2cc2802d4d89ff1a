export default definePageConfig({ navigationBarTitleText: '谁确认了' })
