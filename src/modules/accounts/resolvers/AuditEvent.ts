import type { AuditEventResolvers } from '../../../graphql/generated/resolvers.ts';
import { toGlobalId } from '../../../shared/resolving/global-id.ts';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { userPaths } from '../record-fields.ts';

export const AuditEvent: AuditEventResolvers = {
  id: ({ _id }) => toGlobalId('AuditEvent', _id),
  actor: ({ actorId }, _given, { accounts }, info) =>
    actorId === null ? null : accounts.userById.load(actorId, userPaths(fieldsSelectedOf(info, 'User'))),
  subject: ({ subjectId }, _given, { accounts }, info) =>
    subjectId === null ? null : accounts.userById.load(subjectId, userPaths(fieldsSelectedOf(info, 'User'))),
};
