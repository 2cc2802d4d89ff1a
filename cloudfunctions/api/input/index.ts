import type { EndpointName } from '#domain/contract/endpoints'

import { accountInputs } from './account'
import { articleInputs } from './article'
import { careInputs } from './care'
import { channelInputs } from './channel'
import { circularInputs } from './circular'
import { moderationInputs } from './moderation'
import { officeInputs } from './office'
import type { Inputs } from './parts'
import { reportInputs } from './report'
import { sheetInputs } from './sheet'
import { shopInputs } from './shop'

/** Every endpoint's input schema; a missing one does not compile. */
export const inputs: Inputs<EndpointName> = {
  ...accountInputs,
  ...reportInputs,
  ...shopInputs,
  ...sheetInputs,
  ...officeInputs,
  ...channelInputs,
  ...articleInputs,
  ...circularInputs,
  ...moderationInputs,
  ...careInputs,
}
