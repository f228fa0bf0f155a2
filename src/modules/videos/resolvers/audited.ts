import type { ClientOrigin } from '../../../shared/viewer.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { NoteAct } from '../services/reports.service.ts';

/** Writes what a moderator did into the audit trail. */
export const noteIn =
  ({ audit }: Pick<Accounts, 'audit'>, actorId: string, client: ClientOrigin): NoteAct =>
  ({ kind, subjectId, details }) =>
    audit.note({ kind, actorId, subjectId, client, details });
