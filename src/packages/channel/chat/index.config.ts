export default definePageConfig({
  navigationBarTitleText: '店长群',
  disableScroll: true,
  enableShareAppMessage: true,
})
