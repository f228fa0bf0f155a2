import type { Catalogue } from '../modules/catalogue/index.ts';
import type { Courses } from '../modules/courses/index.ts';
import type { Logger } from '../shared/logger.ts';
import type { Exchange } from './exchange.ts';
import type { ViewerSeam } from '../shared/viewer.ts';

/** What a resolver gets beside its arguments: made anew for each operation. */
export interface Context {
  /** Also in the log and in the `x-request-id` header. */
  readonly requestId: string;
  readonly log: Logger;
  readonly viewer: ViewerSeam;
  /** How the operation came and what becomes of its answer: for plugins, not for resolvers. */
  readonly exchange: Exchange;
  readonly catalogue: Catalogue;
  readonly courses: Courses;
}
