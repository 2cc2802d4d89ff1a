export default definePageConfig({ navigationBarTitleText: '约上门指导' })
