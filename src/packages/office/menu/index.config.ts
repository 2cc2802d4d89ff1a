export default definePageConfig({ navigationBarTitleText: '区指挥部管理' })
