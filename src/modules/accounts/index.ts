export { createAccounts, type Accounts, type AccountsParts } from './accounts.ts';
export { createAccountAudience, type AccountAudience } from './audience.ts';
export { createAuthentication, type Authentication } from './authentication.ts';
export {
  accountCollections,
  createAccountModels,
  prepareAccountCollections,
  type AccountModels,
} from './models/index.ts';
export type { AuditEventRecord, SessionRecord, UserRecord } from './models/records.ts';
export { profilePaths } from './record-fields.ts';
export { accountResolvers } from './resolvers/index.ts';
export type { Audit, AuditEntry } from './services/audit.service.ts';
export { createSessionActivity } from './session-activity.ts';
export { createAccessTokens, type AccessClaims } from './services/access-tokens.ts';
export type {
  AuditEventConnectionModel,
  AuditEventEdgeModel,
  SessionModel,
  UserConnectionModel,
  UserEdgeModel,
} from './resolver-models.ts';
