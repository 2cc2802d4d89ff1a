import { asId } from '#domain/kernel/id'
import { audienceOf } from '#domain/notice'
import type { Report } from '#domain/report'

import type { Documents } from '../../cloud/database'
import { addOutboxEntry } from '../../store/outbox'

const titleLength = 30

/** The outbox entry of a report's last step; its id is report and version, so one step tells once. */
export const stepEntryId = ({ id, version }: Pick<Report, 'id' | 'version'>) =>
  asId<'outboxEntry'>(`${id}:${String(version)}`)

/** Writes the consequence of the last step with the step itself. */
export const recordStep = async (tx: Documents, report: Report): Promise<void> => {
  const step = report.history.at(-1)
  if (!step) throw new Error(`report ${report.id} has no history`)
  await addOutboxEntry(tx, {
    id: stepEntryId(report),
    at: step.at,
    audience: audienceOf(report, step),
    notice: {
      kind: 'report',
      what: step.what,
      report: report.id,
      number: report.number,
      title: report.words.slice(0, titleLength),
    },
  })
}
