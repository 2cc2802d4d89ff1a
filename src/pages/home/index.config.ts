export default definePageConfig({ navigationBarTitleText: '店长通' })
