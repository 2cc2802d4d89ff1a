export default definePageConfig({ navigationBarTitleText: '反映列表' })
