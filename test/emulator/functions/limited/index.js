const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = ({ code }) =>
  cloud.openapi.phonenumber.getPhoneNumber({ code }).catch(({ errCode }) => ({ errCode }))
