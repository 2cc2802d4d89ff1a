import { PNG } from 'pngjs'
import qrcode from 'qrcode-generator'
import type { OpenApi } from './open-api'

const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/
const QUIET_MODULES = 4
const versions = [undefined, 'release', 'trial', 'develop']

/**
 * A QR code in place of the mini-program code. It holds `<origin>/#/<page>?scene=<scene>`, the address of the page in
 * the browser.
 */
export const getUnlimited: OpenApi = (parameters, { wechat }) => {
  const { scene, page = '', check_path: checkPath, env_version: version, width = 430 } = parameters
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' }
  if (typeof page !== 'string' || /^\/|[?#\s]/.test(page)) return { errcode: 41030, errmsg: 'invalid page' }
  if (page !== '' && checkPath !== false && !wechat.knowsPage(page))
    return { errcode: 41030, errmsg: 'invalid page' }
  if (!versions.some((known) => known === version))
    return { errcode: 40097, errmsg: 'invalid args: env_version' }
  if (typeof width !== 'number' || !Number.isInteger(width) || width < 280 || width > 1280)
    return { errcode: 40097, errmsg: 'invalid args: width must be 280 to 1280' }
  const address = `${wechat.origin}/#/${page}?scene=${encodeURIComponent(scene)}`
  return { contentType: 'image/png', bytes: drawQr(address, width) }
}

function drawQr(text: string, width: number): Buffer {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const scale = Math.floor(width / (count + 2 * QUIET_MODULES))
  const margin = Math.floor((width - count * scale) / 2)
  const image = new PNG({ width, height: width })
  image.data.fill(255)
  for (let at = 0; at < width * width; at++) {
    const row = Math.floor((Math.floor(at / width) - margin) / scale)
    const column = Math.floor(((at % width) - margin) / scale)
    const inside = row >= 0 && row < count && column >= 0 && column < count
    if (inside && code.isDark(row, column)) image.data.fill(0, at * 4, at * 4 + 3)
  }
  return PNG.sync.write(image, { colorType: 0 })
}
