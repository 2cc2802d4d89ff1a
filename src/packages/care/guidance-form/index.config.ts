export default definePageConfig({ navigationBarTitleText: '转为指导事项' })
