import type { Role } from '#domain/actor'
import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import type { PhotoTrouble } from '../../platform/photo'
import type { UploadRefusal } from '../../platform/upload-photos'

export const roleWords: Record<Role, string> = {
  resident: '居民',
  owner: '业户',
  volunteer: '志愿者',
  head: '店长',
  clerk: '审批窗口',
  handler: '处置部门',
  street: '街道负责人',
  leader: '志愿队长',
  moderator: '内容审核',
  grid: '网格员',
  assessor: '第三方督查',
  command: '区指挥部',
}

export const agreeRefusals: Record<Refusal<'session.agree'>, string> = {
  'outdated-terms': '说明刚刚有更新，已为您换成最新的，请看过后再点同意。',
}

export const nameRefusals: Record<Refusal<'account.rename'>, string> = {
  'name-missing': '还没有写称呼，请写一个再保存。',
  'name-too-long': '称呼最多 20 个字，请写短一些。',
}

export const portraitRefusals: Record<
  Exclude<Refusal<'account.portray'> | UploadRefusal, CommonRefusal>,
  string
> = {
  'ticket-unknown': '头像没有传完，请重新选一次。',
  'photo-missing': '头像没有传完，请重新选一次。',
  'photo-too-large': '这张图片太大，请换一张小一些的。',
  'photo-lost': '这张图片在手机上找不到了，请重新选一次。',
  'not-a-photo': '这个文件不是图片，请换成 JPG 或 PNG 图片。',
  'too-many-photos': '头像只要一张，请重新选一次。',
}

export const portraitTroubles: Record<PhotoTrouble, string> = {
  'photo-too-large': portraitRefusals['photo-too-large'],
  'photo-too-many': portraitRefusals['too-many-photos'],
  'photo-unreadable': portraitRefusals['not-a-photo'],
  'storage-full': '手机空间不够，头像没有换，请清理后再试。',
  'camera-refused': '打不开相册，请在手机设置里允许后再试。',
}

export const phoneRefusals: Record<Refusal<'account.verifyPhone'>, string> = {
  'code-expired': '这次验证已过期，请再点一次「验证手机号」。',
}

/** What became of a phone that was asked for in vain. */
export const phoneUnavailable = '微信暂时不能验证手机号，请稍后再试；着急请打 12345。'
export const phoneDeclined = '您没有授权，手机号没有验证。需要时再点「验证手机号」。'
