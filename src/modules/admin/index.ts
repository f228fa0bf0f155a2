export { createAdmin, type Admin } from './admin.ts';
export type { Audit, AuditedAct, CacheAdministration, CachePart, CacheQuestion } from './ports.ts';
export { adminResolvers } from './resolvers/index.ts';
