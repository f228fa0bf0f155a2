import type { QueryResolvers } from '../../../../graphql/generated/resolvers.ts';
import { unwrap } from '../../../../shared/faults.ts';

export const reports: NonNullable<QueryResolvers['reports']> = async (
  _root,
  { status, ...page },
  { videos },
) => unwrap(await videos.reports.list(status ?? undefined, page));
