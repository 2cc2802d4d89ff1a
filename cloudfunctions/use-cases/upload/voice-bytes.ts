import { messageLimits } from '#domain/message'

export type VoiceKind = 'mp3' | 'aac' | 'm4a' | 'webm' | 'ogg'

/** What recorders give: WeChat's mp3 and aac, a browser's WebM (RFC 8794), Ogg (RFC 3533) or MP4. Null: something else. */
export const voiceKind = (bytes: Buffer): VoiceKind | null => {
  const starts = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (starts('\x1a\x45\xdf\xa3')) return hasFilm(bytes) ? null : 'webm'
  if (starts('OggS')) return starts('\x80theora', 28) ? null : 'ogg'
  if (starts('ftyp', 4)) return showsFilm(bytes) ? null : 'm4a'
  if (starts('ID3')) return 'mp3'
  const [first = 0, second = 0] = bytes
  if (first !== 0xff) return null
  // ADTS has layer 0; MPEG audio (ISO 11172-3) layer III and no reserved version.
  if ((second & 0xf6) === 0xf0) return 'aac'
  return (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08 ? 'mp3' : null
}

/** WebM names the codec of each track; those of films begin with V_. */
const hasFilm = (bytes: Buffer): boolean =>
  ['V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG'].some((id) => bytes.includes(id))

/** MP4 (ISO 14496-12, 8.4.3) names the handler of each track. */
const showsFilm = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf('hdlr'); at !== -1; at = bytes.indexOf('hdlr', at + 4))
    if (bytes.toString('latin1', at + 12, at + 16) === 'vide') return true
  return false
}

/** bytes a second: less than this holds no speech, more than this is another length than was said */
const slowest = 300
const fastest = 2 * (messageLimits.voiceBytes / messageLimits.voiceSeconds)

/** Whether so many bytes can be so many seconds; a recorder's head and tail weigh something too. */
export const canLast = (bytes: number, seconds: number): boolean =>
  bytes >= slowest * seconds && bytes <= fastest * (seconds + 1)
