export default definePageConfig({ navigationBarTitleText: '存为常见问题' })
