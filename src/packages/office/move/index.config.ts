export default definePageConfig({ navigationBarTitleText: '店铺交接' })
