export default definePageConfig({ navigationBarTitleText: '写指南' })
