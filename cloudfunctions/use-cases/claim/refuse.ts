import type { UseCase } from '../call'
import { moveClaim } from './move'

export const refuseClaim: UseCase<'claim.refuse'> = (input, call) => moveClaim('refuse', input, call)
