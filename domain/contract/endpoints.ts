import type { DistrictEndpoints } from './district'
import type { InboxEndpoints } from './inbox'
import type { ReportEndpoints } from './report'
import type { SessionEndpoints } from './session'
import type { UploadEndpoints } from './upload'

/** Every endpoint: input, output, and its own refusals beside the common ones. Each noun's stand in its own file. */
export interface Endpoints
  extends SessionEndpoints, DistrictEndpoints, UploadEndpoints, ReportEndpoints, InboxEndpoints {}

export type EndpointName = keyof Endpoints
export type Input<E extends EndpointName> = Endpoints[E]['input']
export type Output<E extends EndpointName> = Endpoints[E]['output']
export type Refusal<E extends EndpointName> = Endpoints[E]['refusal']
