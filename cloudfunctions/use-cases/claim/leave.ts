import type { UseCase } from '../call'
import { moveClaim } from './move'

export const leaveClaim: UseCase<'claim.leave'> = (input, call) => moveClaim('leave', input, call)
