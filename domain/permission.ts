import type { Actor, Role } from './actor'
import { hasRole } from './actor'
import type { EndpointName } from './contract/endpoints'
import { inDistrict, reaches, type Reach, type Whereabouts } from './reach'

/** At most so many calls of one person, or of one visitor, within so many seconds. */
export interface Rate {
  readonly most: number
  readonly seconds: number
}

interface Permit {
  /** each role and how far it reaches; `anyone` is open to visitors who have not agreed to anything yet */
  readonly who: 'anyone' | Partial<Readonly<Record<Role, Reach>>>
  /** null: a cheap read */
  readonly rate: Rate | null
}

const perMinute = (most: number): Rate => ({ most, seconds: 60 })
const perHour = (most: number): Rate => ({ most, seconds: 3_600 })

/** Each look at a number is a call of its own: enough for a day's work on the phone, too few to copy a register. */
const unmasking = perHour(30)

const everyPerson = { resident: 'district' } as const
const ownThings = { resident: 'own' } as const
const headOrCommand = { head: 'caseload', command: 'district' } as const
const ownerOrOffice = { owner: 'shop', head: 'caseload', command: 'district' } as const
/** What is done for a shop beside checking it: between the shop and its head alone. */
const ownerOrHead = { owner: 'shop', head: 'caseload' } as const
const headAlone = { head: 'caseload' } as const
const moderators = { moderator: 'district', command: 'district' } as const
const commandAlone = { command: 'district' } as const
const reportSeers = {
  resident: 'own',
  handler: 'department',
  grid: 'cell',
  street: 'street',
  command: 'district',
} as const
/** Which of them is in a channel at this moment is decided by the assignments (`standingIn`). */
const channelMembers = { owner: 'shop', head: 'caseload', command: 'district' } as const
const claimSeers = { resident: 'own', owner: 'shop', ...headOrCommand } as const

/**
 * Endpoint × role × scope, for the server, for buttons and for tests. What an endpoint does with the thing in hand
 * (its state, its version) is decided by the thing's own rules.
 */
export const permissions = {
  'session.open': { who: 'anyone', rate: perMinute(120) },
  'session.agree': { who: 'anyone', rate: perMinute(10) },
  'district.read': { who: 'anyone', rate: perMinute(60) },
  'upload.ticket': { who: everyPerson, rate: perMinute(20) },

  'account.read': { who: ownThings, rate: null },
  'account.rename': { who: ownThings, rate: perMinute(10) },
  'account.portray': { who: ownThings, rate: perMinute(10) },
  'account.verifyPhone': { who: ownThings, rate: perMinute(5) },
  'account.export': { who: ownThings, rate: perHour(10) },
  'account.delete': { who: ownThings, rate: perMinute(5) },

  'report.submit': { who: everyPerson, rate: perMinute(5) },
  'report.list': { who: reportSeers, rate: null },
  'report.read': { who: reportSeers, rate: null },
  'report.street': { who: everyPerson, rate: perMinute(60) },
  'report.triage': { who: { grid: 'cell', command: 'district' }, rate: perMinute(60) },
  'report.decline': { who: { grid: 'cell', command: 'district' }, rate: perMinute(60) },
  'report.start': { who: { handler: 'department' }, rate: perMinute(60) },
  'report.fix': { who: { handler: 'department' }, rate: perMinute(60) },
  'report.confirm': { who: ownThings, rate: perMinute(20) },
  'report.reopen': { who: ownThings, rate: perMinute(20) },
  'report.close': { who: commandAlone, rate: perMinute(60) },

  'inbox.list': { who: ownThings, rate: null },
  'inbox.read': { who: ownThings, rate: null },

  'channel.list': { who: channelMembers, rate: null },
  'channel.open': { who: channelMembers, rate: null },
  'channel.page': { who: channelMembers, rate: null },
  'channel.changes': { who: channelMembers, rate: null },
  'channel.post': { who: channelMembers, rate: perMinute(60) },
  'channel.read': { who: channelMembers, rate: null },
  'channel.mute': { who: channelMembers, rate: perMinute(60) },
  'channel.pin': { who: headOrCommand, rate: perMinute(60) },
  'channel.recall': { who: channelMembers, rate: perMinute(60) },
  'channel.hide': { who: headOrCommand, rate: perMinute(60) },
  'channel.search': { who: channelMembers, rate: perMinute(60) },
  'channel.files': { who: channelMembers, rate: perMinute(60) },
  'channel.members': { who: headOrCommand, rate: perMinute(60) },
  'question.list': { who: headOrCommand, rate: perMinute(120) },
  'question.settle': { who: headOrCommand, rate: perMinute(60) },

  'circular.preview': { who: headOrCommand, rate: perMinute(60) },
  'circular.send': { who: headOrCommand, rate: perMinute(10) },
  'circular.list': { who: headOrCommand, rate: null },
  'circular.mine': { who: { owner: 'shop' }, rate: perMinute(120) },
  'circular.read': { who: channelMembers, rate: null },
  'circular.acknowledge': { who: { owner: 'shop' }, rate: perMinute(60) },
  'circular.check': { who: { owner: 'shop' }, rate: perMinute(20) },
  'circular.shops': { who: headOrCommand, rate: perMinute(120) },
  'circular.remind': { who: headOrCommand, rate: perMinute(20) },
  'circular.close': { who: headOrCommand, rate: perMinute(60) },
  'circular.export': { who: headOrCommand, rate: perHour(60) },

  'article.list': { who: channelMembers, rate: perMinute(120) },
  'article.read': { who: channelMembers, rate: null },
  'article.drafts': { who: commandAlone, rate: perMinute(60) },
  'article.draft': { who: commandAlone, rate: perMinute(60) },
  'article.save': { who: commandAlone, rate: perMinute(60) },
  'article.publish': { who: commandAlone, rate: perMinute(20) },
  'article.withdraw': { who: headOrCommand, rate: perMinute(20) },
  'article.prefill': { who: headOrCommand, rate: perMinute(60) },
  'article.fromAnswer': { who: headOrCommand, rate: perMinute(20) },
  'cannedAnswer.list': { who: headOrCommand, rate: perMinute(120) },
  'cannedAnswer.save': { who: headOrCommand, rate: perMinute(60) },
  'cannedAnswer.remove': { who: headOrCommand, rate: perMinute(60) },

  'guidance.open': { who: headAlone, rate: perMinute(60) },
  'guidance.list': { who: ownerOrHead, rate: perMinute(120) },
  'guidance.move': { who: ownerOrHead, rate: perMinute(60) },
  'visit.plan': { who: headAlone, rate: perMinute(60) },
  'visit.list': { who: ownerOrHead, rate: perMinute(120) },
  'visit.route': { who: headAlone, rate: perMinute(60) },
  'visit.move': { who: ownerOrHead, rate: perMinute(60) },
  'hardship.add': { who: ownerOrHead, rate: perMinute(20) },
  'hardship.list': { who: ownerOrOffice, rate: perMinute(120) },
  'hardship.counts': { who: commandAlone, rate: perMinute(60) },
  'hardship.move': { who: headOrCommand, rate: perMinute(60) },
  'channel.bindGroup': { who: headAlone, rate: perMinute(10) },
  'channel.enterGroup': { who: everyPerson, rate: perMinute(20) },

  'moderation.list': { who: moderators, rate: null },
  'moderation.decide': { who: moderators, rate: perMinute(60) },

  'complaint.submit': { who: everyPerson, rate: perMinute(5) },
  'complaint.list': { who: { resident: 'own', moderator: 'district', command: 'district' }, rate: null },
  'complaint.answer': { who: { moderator: 'district', command: 'district' }, rate: perMinute(60) },

  'shop.public': { who: 'anyone', rate: perMinute(60) },
  'shop.list': {
    who: {
      owner: 'shop',
      head: 'caseload',
      grid: 'cell',
      street: 'street',
      clerk: 'district',
      command: 'district',
    },
    rate: perMinute(60),
  },
  'shop.read': {
    who: {
      owner: 'shop',
      head: 'caseload',
      grid: 'cell',
      street: 'street',
      clerk: 'district',
      command: 'district',
    },
    rate: null,
  },
  'shop.overview': { who: { head: 'caseload' }, rate: perMinute(60) },
  'shop.update': { who: headOrCommand, rate: perMinute(60) },
  'shop.staff': { who: ownerOrOffice, rate: perMinute(30) },
  'shop.code': { who: ownerOrOffice, rate: perMinute(30) },
  'shop.unmask': { who: { head: 'caseload', clerk: 'district', command: 'district' }, rate: unmasking },

  'claim.offers': { who: ownThings, rate: null },
  'claim.answer': { who: ownThings, rate: perMinute(20) },
  'claim.ask': { who: everyPerson, rate: perHour(10) },
  'claim.list': { who: claimSeers, rate: null },
  'claim.confirm': { who: headOrCommand, rate: perMinute(60) },
  'claim.refuse': { who: headOrCommand, rate: perMinute(60) },
  'claim.undo': { who: headOrCommand, rate: perMinute(60) },
  'claim.contest': { who: { owner: 'shop', head: 'caseload' }, rate: perMinute(10) },
  'claim.uphold': { who: commandAlone, rate: perMinute(60) },
  'claim.overturn': { who: commandAlone, rate: perMinute(60) },
  'claim.leave': { who: ownThings, rate: perMinute(20) },
  'agent.invite': { who: { owner: 'shop' }, rate: perHour(20) },

  'caseload.list': { who: commandAlone, rate: perMinute(60) },
  'caseload.read': { who: commandAlone, rate: perMinute(60) },
  'caseload.preview': { who: commandAlone, rate: perMinute(60) },
  'caseload.move': { who: commandAlone, rate: perMinute(60) },
  'caseload.depute': { who: commandAlone, rate: perMinute(60) },
  'handover.list': { who: commandAlone, rate: null },
  'handover.cancel': { who: commandAlone, rate: perMinute(60) },
  'tree.read': { who: everyPerson, rate: perMinute(60) },

  'role.list': { who: commandAlone, rate: null },
  'role.grant': { who: commandAlone, rate: perMinute(60) },
  'role.revoke': { who: commandAlone, rate: perMinute(60) },
  'role.unmask': { who: commandAlone, rate: unmasking },

  'import.template': { who: commandAlone, rate: perMinute(30) },
  'import.start': { who: commandAlone, rate: perMinute(10) },
  'import.commit': { who: commandAlone, rate: perMinute(10) },
  'import.cancel': { who: commandAlone, rate: perMinute(10) },
  'import.list': { who: commandAlone, rate: null },
  'import.read': { who: commandAlone, rate: null },
  'import.problems': { who: commandAlone, rate: null },
  'export.start': { who: commandAlone, rate: perHour(60) },
  'export.read': { who: commandAlone, rate: null },
  'export.open': { who: commandAlone, rate: perHour(120) },

  'audit.list': { who: commandAlone, rate: null },
} as const satisfies Record<EndpointName, Permit>

/** The endpoints a visitor may call before agreeing to anything. */
export type OpenEndpoint = {
  [E in EndpointName]: (typeof permissions)[E]['who'] extends 'anyone' ? E : never
}[EndpointName]

const permitOf = (endpoint: EndpointName): Permit => permissions[endpoint]

const reachesOf = (who: Exclude<Permit['who'], 'anyone'>) => Object.entries(who) as [Role, Reach][]

export const rateOf = (endpoint: EndpointName): Rate | null => permitOf(endpoint).rate

/** Whether any of the caller's roles opens the door at all; `null` is a visitor. A role for another district opens none here. */
export const mayCall = (actor: Actor | null, endpoint: EndpointName): boolean => {
  const { who } = permitOf(endpoint)
  if (who === 'anyone') return true
  if (actor === null) return false
  const here = inDistrict(actor.district)
  return reachesOf(who).some(([role, reach]) =>
    reach === 'district' ? reaches(actor, role, reach, here) : hasRole(actor, role),
  )
}

/** The roles to which reports come as work, or to be watched over; everyone reads their own. */
export const worksOnReports = (role: Role | null): boolean =>
  role !== null && role !== 'resident' && role in permissions['report.list'].who

/** Whether one of the caller's roles reaches this thing through this endpoint. */
export const mayReach = (actor: Actor, endpoint: EndpointName, where: Whereabouts): boolean => {
  const { who } = permitOf(endpoint)
  if (who === 'anyone') return true
  return reachesOf(who).some(([role, reach]) => reaches(actor, role, reach, where))
}
