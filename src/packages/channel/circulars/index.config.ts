export default definePageConfig({ navigationBarTitleText: '发过的通知' })
