import type { EndpointName } from '#domain/contract/endpoints'

import type { UseCase } from '../use-cases/call'
import { readDistrict } from '../use-cases/district/read'
import { listEntries } from '../use-cases/inbox/list'
import { readEntries } from '../use-cases/inbox/read'
import { close } from '../use-cases/report/close'
import { confirm } from '../use-cases/report/confirm'
import { decline } from '../use-cases/report/decline'
import { fix } from '../use-cases/report/fix'
import { list } from '../use-cases/report/list'
import { read } from '../use-cases/report/read'
import { reopen } from '../use-cases/report/reopen'
import { start } from '../use-cases/report/start'
import { submit } from '../use-cases/report/submit'
import { triage } from '../use-cases/report/triage'
import { openSession } from '../use-cases/session/open'
import { issueTicket } from '../use-cases/upload/ticket'

/** Every endpoint and its use-case; a missing one does not compile. */
export const handlers: { readonly [E in EndpointName]: UseCase<E> } = {
  'session.open': openSession,
  'district.read': readDistrict,
  'upload.ticket': issueTicket,
  'report.submit': submit,
  'report.list': list,
  'report.read': read,
  'report.triage': triage,
  'report.decline': decline,
  'report.start': start,
  'report.fix': fix,
  'report.confirm': confirm,
  'report.reopen': reopen,
  'report.close': close,
  'inbox.list': listEntries,
  'inbox.read': readEntries,
}
