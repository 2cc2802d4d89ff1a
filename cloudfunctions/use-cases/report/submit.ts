import { randomInt } from 'node:crypto'

import type { Input } from '#domain/contract/endpoints'
import type { Instant } from '#domain/kernel/instant'
import { become, refuse } from '#domain/kernel/result'
import { decidePlace } from '#domain/place'
import type { Report } from '#domain/report'
import { chooseRoute, type Category } from '#domain/routing'
import { checkSubmission, submitReport } from '#domain/submission'

import { db } from '../../cloud/database'
import { withTransaction } from '../../cloud/transaction'
import { findCategory, findCell, findDistrict, findRoutes } from '../../store/districts'
import { findIdentityOf } from '../../store/people'
import { addReport, findReport, type FoundReport } from '../../store/reports'
import { tallyStep } from '../../store/street-tallies'
import type { Call, UseCase } from '../call'
import { derivedId, hashOf } from '../derived-id'
import { deliverSoon } from '../outbox/deliver'
import { acceptPhotos, forgetUploads, uploadNames } from '../upload/accept-photos'
import { recordStep, stepEntryId } from './record'
import { findSource } from './source'

type SubmitInput = Input<'report.submit'>

/** A resident's report, stored once per key whatever is retried, and routed by category and street. */
export const submit: UseCase<'report.submit'> = async (input, call) => {
  const checked = checkSubmission({ words: input.words, photoCount: input.files.length })
  if (!checked.ok) return checked
  const id = derivedId<'report'>(call.actor.id, 'report.submit', input.key)
  const { from: given } = input
  const parts = [input.words, input.category, input.place, uploadNames(input.files)]
  const bodyHash = hashOf(...parts, ...(given ? [given] : []))
  const before = await findReport(db, id)
  if (before) return firstAnswer(before, bodyHash)

  const setting = await findSetting(input, call)
  if (!setting.ok) return setting
  const from = given && (await findSource(given, call))
  if (from === null) return refuse('not-found')
  const photos = await acceptPhotos(input, call)
  if (!photos.ok) {
    // The same call a moment earlier may have taken the uploads in: then this one is its repeat.
    const since = await findReport(db, id)
    return since ? firstAnswer(since, bodyHash) : photos
  }
  const { place, category, department, terms } = setting.value

  const answer = await withTransaction(async (tx) => {
    const found = await findReport(tx, id)
    if (found) return firstAnswer(found, bodyHash)
    const submission = {
      id,
      key: input.key,
      number: newNumber(call.now),
      words: input.words,
      place,
      ...(from && { from }),
    }
    const report = submitReport({ ...submission, photos: photos.value, category, department }, call, terms)
    await addReport(tx, report, bodyHash)
    await tallyStep(tx, null, report, call.now)
    await recordStep(tx, report)
    return become(receipt(report))
  })
  if (answer.ok)
    await Promise.all([forgetUploads(input.files), deliverSoon(stepEntryId({ id, version: 1 }), call.now)])
  return answer
}

const receipt = ({ id, number }: Report) => ({ id, number })

/** A repeat gets the first answer; the same key with another body is a mistake of the sender's. */
const firstAnswer = ({ report, bodyHash: stored }: FoundReport, bodyHash: string) =>
  stored === bodyHash ? become(receipt(report)) : refuse('key-reused')

/** The district's facts a submission needs: where it is, what it is, and whose work it will be. */
const findSetting = async ({ place: given, category: categoryId }: SubmitInput, { actor }: Call) => {
  const [district, cell, category, identity] = await Promise.all([
    findDistrict(actor.district),
    findCell(actor.district, given.cell),
    categoryId === null ? null : findCategory(actor.district, categoryId),
    findIdentityOf(db, actor.id),
  ])
  // WeChat's review rules: who posts has a verified phone; reading stays free.
  if (!identity || identity.phone === null) return refuse('phone-needed')
  if (!district) throw new Error(`district ${actor.district} is not on record`)
  if (categoryId !== null && category === null) return refuse('unknown-category')
  const place = decidePlace(given, cell, district.bounds)
  if (!place.ok) return place
  const department = category && (await findDepartment(category, place.value.street, actor))
  return become({ place: place.value, category, department, terms: district.terms })
}

const findDepartment = async (category: Category, street: Report['place']['street'], actor: Call['actor']) =>
  chooseRoute(await findRoutes(actor.district, category.id, street), category.id, street)

/**
 * 办件编号: the month and six random digits; a unique index finds the rare double and the transaction draws again.
 * A counter would make one hot document of the whole district.
 */
const newNumber = (now: Instant): string => {
  const month = new Date(now + 8 * 3_600_000).toISOString().slice(0, 7).replace('-', '')
  return `${month}${String(randomInt(1_000_000)).padStart(6, '0')}`
}
