import type { EndpointName } from '#domain/contract/endpoints'

import type { UseCase } from '../use-cases/call'
import { deleteAccount } from '../use-cases/account/delete'
import { exportAccount } from '../use-cases/account/export'
import { portrayAccount } from '../use-cases/account/portray'
import { readAccount } from '../use-cases/account/read'
import { renameAccount } from '../use-cases/account/rename'
import { verifyPhone } from '../use-cases/account/verify-phone'
import { listDrafts, readDraft } from '../use-cases/article/drafts'
import { keepAnswer, prefill } from '../use-cases/article/from-answer'
import { listArticles } from '../use-cases/article/list'
import { publish, withdraw } from '../use-cases/article/publish'
import { readArticle } from '../use-cases/article/read'
import { save as saveArticle } from '../use-cases/article/save'
import { listAuditEntries } from '../use-cases/audit/list'
import { listCannedAnswers } from '../use-cases/canned-answer/list'
import { removeCannedAnswer } from '../use-cases/canned-answer/remove'
import { saveCannedAnswer } from '../use-cases/canned-answer/save'
import { cancel as cancelHandOver } from '../use-cases/caseload/cancel'
import { depute } from '../use-cases/caseload/depute'
import { listHandOvers } from '../use-cases/caseload/hand-overs'
import { list as listCaseloads } from '../use-cases/caseload/list'
import { move as moveCaseload } from '../use-cases/caseload/move'
import { preview } from '../use-cases/caseload/preview'
import { read as readCaseload } from '../use-cases/caseload/read'
import { readTree } from '../use-cases/caseload/tree'
import { changesOf } from '../use-cases/channel/changes'
import { listChannels } from '../use-cases/channel/list'
import { muteChannel, readChannel } from '../use-cases/channel/mark'
import { listMembers } from '../use-cases/channel/members'
import { openChannel } from '../use-cases/channel/open'
import { pageOfChannel } from '../use-cases/channel/page'
import { pinMessage } from '../use-cases/channel/pin'
import { post } from '../use-cases/channel/post'
import { filesOfChannel, searchChannel } from '../use-cases/channel/search'
import { hideMessage, recallMessage } from '../use-cases/channel/take-back'
import { acknowledge, handInCheck } from '../use-cases/circular/acknowledge'
import { exportCircular } from '../use-cases/circular/export'
import { listSent } from '../use-cases/circular/list'
import { previewCircular } from '../use-cases/circular/preview'
import { listMine, readCircular } from '../use-cases/circular/read'
import { closeCircular, remindCircular } from '../use-cases/circular/remind'
import { sendCircular } from '../use-cases/circular/send'
import { listCircularShops } from '../use-cases/circular/shops'
import { answerOffer } from '../use-cases/claim/answer'
import { ask } from '../use-cases/claim/ask'
import { confirmClaim } from '../use-cases/claim/confirm'
import { contestClaim } from '../use-cases/claim/contest'
import { inviteAgent } from '../use-cases/claim/invite'
import { leaveClaim } from '../use-cases/claim/leave'
import { list as listClaims } from '../use-cases/claim/list'
import { listOffers } from '../use-cases/claim/offers'
import { overturnClaim } from '../use-cases/claim/overturn'
import { refuseClaim } from '../use-cases/claim/refuse'
import { undoClaim } from '../use-cases/claim/undo'
import { upholdClaim } from '../use-cases/claim/uphold'
import { answer } from '../use-cases/complaint/answer'
import { listComplaints } from '../use-cases/complaint/list'
import { submitComplaint } from '../use-cases/complaint/submit'
import { bindChannelGroup } from '../use-cases/group/bind'
import { enterGroup } from '../use-cases/group/enter'
import { listGuidance } from '../use-cases/guidance/list'
import { moveGuidanceItem } from '../use-cases/guidance/move'
import { openGuidance } from '../use-cases/guidance/open'
import { addHardshipTo } from '../use-cases/hardship/add'
import { countOfHardships, listHardshipsFor } from '../use-cases/hardship/list'
import { moveHardshipOn } from '../use-cases/hardship/move'
import { readDistrict } from '../use-cases/district/read'
import { listEntries } from '../use-cases/inbox/list'
import { readEntries } from '../use-cases/inbox/read'
import { decideModeration } from '../use-cases/moderation/decide'
import { listModeration } from '../use-cases/moderation/list'
import { listQuestions } from '../use-cases/question/list'
import { settleQuestion } from '../use-cases/question/settle'
import { close } from '../use-cases/report/close'
import { confirm } from '../use-cases/report/confirm'
import { decline } from '../use-cases/report/decline'
import { fix } from '../use-cases/report/fix'
import { list } from '../use-cases/report/list'
import { read } from '../use-cases/report/read'
import { reopen } from '../use-cases/report/reopen'
import { start } from '../use-cases/report/start'
import { street } from '../use-cases/report/street'
import { submit } from '../use-cases/report/submit'
import { triage } from '../use-cases/report/triage'
import { grantRole } from '../use-cases/role/grant'
import { listHolders } from '../use-cases/role/list'
import { revokeRole } from '../use-cases/role/revoke'
import { unmaskHolder } from '../use-cases/role/unmask'
import { agreeToTerms } from '../use-cases/session/agree'
import { openSession } from '../use-cases/session/open'
import { openExport, readExport, startExport } from '../use-cases/sheet/export'
import { cancelImport, commitImport } from '../use-cases/sheet/move'
import { listOfImports, readImport, readProblems } from '../use-cases/sheet/read'
import { startImport } from '../use-cases/sheet/start'
import { giveTemplate } from '../use-cases/sheet/template'
import { codeOf } from '../use-cases/shop/code'
import { list as listShops } from '../use-cases/shop/list'
import { overview } from '../use-cases/shop/overview'
import { readPublic } from '../use-cases/shop/public'
import { read as readShop } from '../use-cases/shop/read'
import { setStaff } from '../use-cases/shop/staff'
import { unmask } from '../use-cases/shop/unmask'
import { update } from '../use-cases/shop/update'
import { issueTicket } from '../use-cases/upload/ticket'
import { listVisits, routeOf } from '../use-cases/visit/list'
import { moveVisitOn } from '../use-cases/visit/move'
import { planVisit } from '../use-cases/visit/plan'

/** Every endpoint and its use-case; a missing one does not compile. */
export const handlers: { readonly [E in EndpointName]: UseCase<E> } = {
  'session.open': openSession,
  'session.agree': agreeToTerms,
  'district.read': readDistrict,
  'account.read': readAccount,
  'account.rename': renameAccount,
  'account.portray': portrayAccount,
  'account.verifyPhone': verifyPhone,
  'account.export': exportAccount,
  'account.delete': deleteAccount,
  'complaint.submit': submitComplaint,
  'complaint.list': listComplaints,
  'complaint.answer': answer,
  'role.list': listHolders,
  'role.grant': grantRole,
  'role.revoke': revokeRole,
  'role.unmask': unmaskHolder,
  'audit.list': listAuditEntries,
  'upload.ticket': issueTicket,
  'report.submit': submit,
  'report.list': list,
  'report.read': read,
  'report.street': street,
  'report.triage': triage,
  'report.decline': decline,
  'report.start': start,
  'report.fix': fix,
  'report.confirm': confirm,
  'report.reopen': reopen,
  'report.close': close,
  'channel.list': listChannels,
  'channel.open': openChannel,
  'channel.page': pageOfChannel,
  'channel.changes': changesOf,
  'channel.post': post,
  'channel.read': readChannel,
  'channel.mute': muteChannel,
  'channel.pin': pinMessage,
  'channel.recall': recallMessage,
  'channel.hide': hideMessage,
  'channel.search': searchChannel,
  'channel.files': filesOfChannel,
  'channel.members': listMembers,
  'article.list': listArticles,
  'article.read': readArticle,
  'article.drafts': listDrafts,
  'article.draft': readDraft,
  'article.save': saveArticle,
  'article.publish': publish,
  'article.withdraw': withdraw,
  'article.prefill': prefill,
  'article.fromAnswer': keepAnswer,
  'cannedAnswer.list': listCannedAnswers,
  'cannedAnswer.save': saveCannedAnswer,
  'cannedAnswer.remove': removeCannedAnswer,
  'moderation.list': listModeration,
  'moderation.decide': decideModeration,
  'circular.preview': previewCircular,
  'circular.send': sendCircular,
  'circular.list': listSent,
  'circular.mine': listMine,
  'circular.read': readCircular,
  'circular.acknowledge': acknowledge,
  'circular.check': handInCheck,
  'circular.shops': listCircularShops,
  'circular.remind': remindCircular,
  'circular.close': closeCircular,
  'circular.export': exportCircular,

  'question.list': listQuestions,
  'question.settle': settleQuestion,
  'guidance.open': openGuidance,
  'guidance.list': listGuidance,
  'guidance.move': moveGuidanceItem,
  'visit.plan': planVisit,
  'visit.list': listVisits,
  'visit.route': routeOf,
  'visit.move': moveVisitOn,
  'hardship.add': addHardshipTo,
  'hardship.list': listHardshipsFor,
  'hardship.counts': countOfHardships,
  'hardship.move': moveHardshipOn,
  'channel.bindGroup': bindChannelGroup,
  'channel.enterGroup': enterGroup,
  'inbox.list': listEntries,
  'inbox.read': readEntries,
  'shop.list': listShops,
  'shop.overview': overview,
  'shop.read': readShop,
  'shop.public': readPublic,
  'shop.update': update,
  'shop.staff': setStaff,
  'shop.code': codeOf,
  'shop.unmask': unmask,
  'claim.offers': listOffers,
  'claim.answer': answerOffer,
  'claim.ask': ask,
  'claim.list': listClaims,
  'claim.confirm': confirmClaim,
  'claim.refuse': refuseClaim,
  'claim.undo': undoClaim,
  'claim.contest': contestClaim,
  'claim.uphold': upholdClaim,
  'claim.overturn': overturnClaim,
  'claim.leave': leaveClaim,
  'agent.invite': inviteAgent,
  'caseload.list': listCaseloads,
  'caseload.read': readCaseload,
  'caseload.preview': preview,
  'caseload.move': moveCaseload,
  'caseload.depute': depute,
  'handover.list': listHandOvers,
  'handover.cancel': cancelHandOver,
  'tree.read': readTree,
  'import.template': giveTemplate,
  'import.start': startImport,
  'import.commit': commitImport,
  'import.cancel': cancelImport,
  'import.list': listOfImports,
  'import.read': readImport,
  'import.problems': readProblems,
  'export.start': startExport,
  'export.read': readExport,
  'export.open': openExport,
}
