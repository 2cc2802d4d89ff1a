export default definePageConfig({ navigationBarTitleText: '店长与店铺' })
