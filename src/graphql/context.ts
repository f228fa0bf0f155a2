import type { Accounts } from '../modules/accounts/index.ts';
import type { Admin } from '../modules/admin/index.ts';
import type { Analytics } from '../modules/analytics/index.ts';
import type { Catalogue, Discovery } from '../modules/catalogue/index.ts';
import type { Courses } from '../modules/courses/index.ts';
import type { Library } from '../modules/library/index.ts';
import type { Playlists } from '../modules/playlists/index.ts';
import type { Notifications } from '../modules/notifications/index.ts';
import type { Search } from '../modules/search/index.ts';
import type { Social } from '../modules/social/index.ts';
import type { Videos } from '../modules/videos/index.ts';
import type { AnswerLife } from '../shared/answer-life.ts';
import type { Logger } from '../shared/logger.ts';
import type { Exchange } from './exchange.ts';
import type { ClientOrigin, ViewerSeam } from '../shared/viewer.ts';

/** What a resolver gets beside its arguments: made anew for each operation. */
export interface Context {
  /** Also in the log and in the `x-request-id` header. */
  readonly requestId: string;
  readonly log: Logger;
  readonly viewer: ViewerSeam;
  /** Looking makes the answer one that is not kept. */
  readonly client: ClientOrigin;
  /** What is found decides how long the answer lives. */
  readonly life: AnswerLife;
  /** How the operation came and what becomes of its answer: for plugins, not for resolvers. */
  readonly exchange: Exchange;
  readonly accounts: Accounts;
  readonly admin: Admin;
  readonly analytics: Analytics;
  readonly catalogue: Catalogue;
  readonly courses: Courses;
  readonly library: Library;
  readonly discovery: Discovery;
  readonly notifications: Notifications;
  readonly videos: Videos;
  readonly social: Social;
  readonly playlists: Playlists;
  readonly search: Search;
}

/** What the domains make of each operation: services with loaders of their own. */
export type OperationDomains = Pick<
  Context,
  | 'accounts'
  | 'analytics'
  | 'catalogue'
  | 'courses'
  | 'discovery'
  | 'library'
  | 'notifications'
  | 'playlists'
  | 'search'
  | 'social'
  | 'videos'
>;
