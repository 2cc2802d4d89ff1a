export default definePageConfig({ navigationBarTitleText: '店铺公示', enableShareAppMessage: true })
