import { ownedByAccounts } from './accounts.ts';
import { ownedByAdmins } from './admin.ts';
import { ownedByCourses } from './courses.ts';
import { ownedByDiscovery } from './discovery.ts';
import { ownedByLibrary } from './library.ts';
import { ownedByPlaylists } from './playlists.ts';
import { ownedByNotifications } from './notifications.ts';
import { ownedByVideos } from './videos.ts';
import { openDomain, type OpenDomain, type World } from './owned-domain.ts';

export type { OpenDomain, OpenRead, OpenWrite, Outcome, OwnRequest, Person, World } from './owned-domain.ts';
export { addPerson, createWorld } from './world.ts';

/** Every domain that keeps something of its viewers. */
export const openDomains = (world: World): readonly OpenDomain[] =>
  [
    openDomain(ownedByAccounts),
    openDomain(ownedByAdmins),
    openDomain(ownedByCourses),
    openDomain(ownedByDiscovery),
    openDomain(ownedByLibrary),
    openDomain(ownedByPlaylists),
    openDomain(ownedByNotifications),
    openDomain(ownedByVideos),
  ].map((open) => open(world));
