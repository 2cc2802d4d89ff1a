import type { AccountEndpoints } from './account'
import type { ArticleEndpoints } from './article'
import type { AuditEndpoints } from './audit'
import type { CannedAnswerEndpoints } from './canned-answer'
import type { CaseloadEndpoints } from './caseload'
import type { ChannelEndpoints } from './channel'
import type { CircularEndpoints } from './circular'
import type { ClaimEndpoints } from './claim'
import type { ComplaintEndpoints } from './complaint'
import type { DistrictEndpoints } from './district'
import type { GroupEndpoints } from './group'
import type { GuidanceEndpoints } from './guidance'
import type { HardshipEndpoints } from './hardship'
import type { InboxEndpoints } from './inbox'
import type { ModerationEndpoints } from './moderation'
import type { ReportEndpoints } from './report'
import type { RoleEndpoints } from './role'
import type { SessionEndpoints } from './session'
import type { SheetEndpoints } from './sheet'
import type { ShopEndpoints } from './shop'
import type { UploadEndpoints } from './upload'
import type { VisitEndpoints } from './visit'

/** Every endpoint: input, output, and its own refusals beside the common ones. Each noun's stand in its own file. */
export interface Endpoints
  extends
    AccountEndpoints,
    ArticleEndpoints,
    AuditEndpoints,
    CannedAnswerEndpoints,
    CaseloadEndpoints,
    ChannelEndpoints,
    CircularEndpoints,
    ClaimEndpoints,
    ComplaintEndpoints,
    DistrictEndpoints,
    GroupEndpoints,
    GuidanceEndpoints,
    HardshipEndpoints,
    InboxEndpoints,
    ModerationEndpoints,
    ReportEndpoints,
    RoleEndpoints,
    SessionEndpoints,
    SheetEndpoints,
    ShopEndpoints,
    UploadEndpoints,
    VisitEndpoints {}

export type EndpointName = keyof Endpoints
export type Input<E extends EndpointName> = Endpoints[E]['input']
export type Output<E extends EndpointName> = Endpoints[E]['output']
export type Refusal<E extends EndpointName> = Endpoints[E]['refusal']
