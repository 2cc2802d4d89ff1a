import { useQueryClient } from '@tanstack/react-query'
import { complaintReasons, type ComplaintReason, type ComplaintSubject } from '#domain/complaint'
import { call } from '../../platform/cloud'
import { randomKey } from '../../platform/random-key'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'

const nameOf = (about: ComplaintSubject | null): string =>
  about === null ? 'complaint-draft' : `complaint-draft:${about.kind}:${thingOf(about)}`

const thingOf = (about: ComplaintSubject): string =>
  about.kind === 'message' ? `${about.channel}:${String(about.seq)}` : about.id

const reasonOf = (text: string): ComplaintReason | null =>
  complaintReasons.find((reason) => reason === text) ?? null

/** A complaint that is being written. Its key stays until the server has it, so that a retry is stored once. */
export const useComplaint = (about: ComplaintSubject | null, onSent: () => void) => {
  const client = useQueryClient()
  const { draft, edit, drop } = useDraft(nameOf(about), { key: '', reason: '', words: '' })

  const sendUnder = (key: string, reason: ComplaintReason) => {
    if (key !== draft.key) edit({ key })
    return call('complaint.submit', { about, reason, words: draft.words, key })
  }
  const send = async (reason: ComplaintReason) => {
    const first = await sendUnder(draft.key === '' ? randomKey() : draft.key, reason)
    // Changed since a try that was stored without its answer: now it is another complaint.
    return first.kind === 'refused' && first.code === 'key-reused' ? sendUnder(randomKey(), reason) : first
  }
  const { run, busy, failure, forgetFailure } = useAct(send, () => {
    drop()
    onSent()
    void client.invalidateQueries({ queryKey: ['complaints'] })
  })
  return {
    reason: reasonOf(draft.reason),
    words: draft.words,
    busy,
    failure,
    submit: run,
    edit: (part: { readonly reason?: ComplaintReason; readonly words?: string }) => {
      forgetFailure()
      edit(part)
    },
  }
}
