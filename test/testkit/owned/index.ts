import { ownedByAccounts } from './accounts.ts';
import { ownedByLibrary } from './library.ts';
import { ownedByVideos } from './videos.ts';
import { openDomain, type OpenDomain, type World } from './owned-domain.ts';

export type { OpenDomain, OpenWrite, OwnRequest, Person, World } from './owned-domain.ts';

/** Every domain that keeps something of its viewers. */
export const openDomains = (world: World): readonly OpenDomain[] =>
  [openDomain(ownedByAccounts), openDomain(ownedByLibrary), openDomain(ownedByVideos)].map((open) =>
    open(world),
  );
