import { asId } from '#domain/kernel/id'
import { audienceOf } from '#domain/notice'
import type { Report, ReportEvent } from '#domain/report'

import type { Documents } from '../../cloud/database'
import { addOutboxEntry, type OutboxEntry } from '../../store/outbox'

const titleLength = 30

/** The outbox entry of a report's last step; its id is report and version, so one step tells once. */
export const stepEntryId = ({ id, version }: Pick<Report, 'id' | 'version'>) =>
  asId<'outboxEntry'>(`${id}:${String(version)}`)

/** The desk of the shop whose message it came from hears what its reporter hears; the card names nobody. */
const deskOf = (report: Report, step: ReportEvent): Pick<OutboxEntry, 'desk'> => {
  const { id, district, number, from, reporter } = report
  const heard = step.what === 'submit' || audienceOf(report, step).persons.includes(reporter)
  if (!from?.shop || !heard) return {}
  return {
    desk: { district, shop: from.shop, card: { kind: 'report', report: id, number, what: step.what } },
  }
}

/** Writes the consequence of the last step with the step itself. */
export const recordStep = async (tx: Documents, report: Report): Promise<void> => {
  const step = report.history.at(-1)
  if (!step) throw new Error(`report ${report.id} has no history`)
  await addOutboxEntry(tx, {
    id: stepEntryId(report),
    at: step.at,
    audience: audienceOf(report, step),
    ...deskOf(report, step),
    notice: {
      kind: 'report',
      what: step.what,
      report: report.id,
      number: report.number,
      title: report.words.slice(0, titleLength),
    },
  })
}
