import type { Claim, ClaimMove, ClaimRefusal, ClaimStatusKind, ClaimWay } from '#domain/claim'
import type { ClaimRow } from '#domain/contract/claim'
import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import { claimPhotoLimits } from './limits'
import type { PhotoTrouble } from '../../platform/photo'
import type { UploadRefusal } from '../../platform/upload-photos'
import type { Tone } from '../../ui/chip'
import type { IconName } from '../../ui/icon'

type Own<R extends string> = Record<Exclude<R, CommonRefusal>, string>

export const asWords: Record<Claim['as'], string> = { owner: '店主', agent: '经办人' }

interface Mark {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

const statusMarks: Record<ClaimStatusKind, Mark> = {
  asked: { tone: 'info', icon: 'clock', word: '等店长核对' },
  held: { tone: 'good', icon: 'check', word: '已认领' },
  contested: { tone: 'warn', icon: 'warn', word: '有异议，等区里定' },
  refused: { tone: 'bad', icon: 'close', word: '没有通过' },
  ended: { tone: 'mute', icon: 'close', word: '已结束' },
}

/** How a claim stands, to whoever reads it: the one who may answer is told so. */
export const markOf = ({ status, moves }: Pick<ClaimRow, 'status' | 'moves'>): Mark => {
  const mark = statusMarks[status.kind]
  return moves.includes('confirm') ? { ...mark, word: '等您核对' } : mark
}

export const wayWords: Record<ClaimWay, string> = {
  phone: '手机号和登记的一致',
  licence: '拍了证照，请核对照片',
  invitation: '店主邀请的经办人',
}

const moveWords: Record<ClaimMove, string> = {
  confirm: '确认是店主',
  refuse: '不通过',
  undo: '撤销认领',
  contest: '请区里定',
  uphold: '维持认领',
  overturn: '取消认领',
  leave: '退出这家店',
}

interface Asked {
  readonly note: string
  readonly hint: string
  readonly button: string
}

const askedWords: Partial<Record<ClaimMove, Asked>> = {
  refuse: {
    note: '原因会告诉认领的人，请写明白，让对方知道怎么补。',
    hint: '为什么不通过，例如照片看不清，请重拍',
    button: '告诉对方不通过',
  },
  undo: {
    note: '撤销后对方立刻看不到这家店。原因会告诉对方。',
    hint: '为什么撤销，例如登记的电话已换人',
    button: '撤销并告诉对方',
  },
  contest: {
    note: '区指挥部会看双方的说法再定，定之前对方仍可看这家店。',
    hint: '写明为什么有异议',
    button: '报区里定',
  },
  overturn: {
    note: '取消后对方立刻看不到这家店。原因会告诉双方。',
    hint: '为什么取消',
    button: '取消认领并告诉双方',
  },
  leave: {
    note: '退出后您看不到这家店的资料，店长会知道。需要时可以再认领。',
    hint: '可以写一句原因，不写也行',
    button: '确认退出',
  },
}

/** Whoever has not been answered yet has nothing to leave: they take back what they asked. */
const takesBack = ({ status }: Pick<ClaimRow, 'status'>, move: ClaimMove) =>
  move === 'leave' && status.kind === 'asked'

export const moveWordOf = (row: Pick<ClaimRow, 'status'>, move: ClaimMove): string =>
  takesBack(row, move) ? '撤回认领' : moveWords[move]

/** What is asked before a move that takes something away; moves without one go out at the tap. */
export const askedOf = (row: Pick<ClaimRow, 'status'>, move: ClaimMove): Asked | undefined =>
  takesBack(row, move)
    ? {
        note: '撤回后店长不再核对。需要时可以再认领。',
        hint: '可以写一句原因，不写也行',
        button: '确认撤回',
      }
    : askedWords[move]

/** Each no in one sentence: why, and what to do. */
export const moveRefusalWords: Own<ClaimRefusal> = {
  'wrong-state': '这件认领已有新的结果，已为您更新，请看过再说。',
  'reason-missing': '还没有写原因，请写一句再提交。',
  'words-too-long': '最多 300 字，请写短一些。',
}

export const answerRefusalWords: Own<Refusal<'claim.answer'>> = {
  'no-offer': '这家店登记的电话刚刚变了，请扫店里的二维码认领。',
  'held-already': '您已经是这家店的人了，在首页可以看到。',
}

export const askRefusalWords: Own<Refusal<'claim.ask'> | UploadRefusal> = {
  'ticket-unknown': '照片上传后放置太久，请再点一次提交。',
  'photo-missing': '照片没有传完，请再点一次提交。',
  'photo-too-large': '有照片超过 10 MB，请换一张小一些的。',
  'photo-lost': '照片在这部手机上找不到了，请删掉它重新拍。',
  'not-a-photo': '有文件不是照片，请换成 JPG 或 PNG 照片。',
  'too-many-photos': `照片最多 ${String(claimPhotoLimits.most)} 张，请删掉几张再提交。`,
  'held-already': '您已经是这家店的人了，在首页可以看到。',
  'asked-already': '您已经提交过了，店长还在核对，请等消息。',
  'phone-needed': '还没有验证手机号，请先到「我的」验证。',
}

export const photoTroubleWords: Record<PhotoTrouble, string> = {
  'photo-too-large': '有照片压缩后仍超过 10 MB，没有加进来，请换一张。',
  'photo-too-many': `照片最多 ${String(claimPhotoLimits.most)} 张，多选的没有加进来。`,
  'storage-full': '手机空间不够，照片没有加进来，请清理后再试。',
  'photo-unreadable': '有文件不是照片，没有加进来，请换一张。',
  'camera-refused': '打不开相机或相册，请在手机设置里允许后再试，或请店长上门核对。',
}

export const unansweredWords = '网络不通，不确定有没有提交成功；内容还在，请重试，重试不会重复。'
