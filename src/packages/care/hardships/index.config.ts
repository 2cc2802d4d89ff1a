export default definePageConfig({ navigationBarTitleText: '困难台账' })
