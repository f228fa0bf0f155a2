import { describe, expect, test } from 'vitest';
import { listsOf } from '../../../src/modules/videos/lists-of-video.ts';
import { isForEverybody, mayEdit, maySee } from '../../../src/modules/videos/policy.ts';
import type { Viewer } from '../../../src/shared/viewer.ts';

const viewers: Readonly<Record<string, Viewer>> = {
  owner: { id: 'olga', roles: ['VIEWER', 'CREATOR'] },
  viewer: { id: 'vera', roles: ['VIEWER'] },
  creator: { id: 'carl', roles: ['VIEWER', 'CREATOR'] },
  admin: { id: 'alma', roles: ['VIEWER', 'ADMIN'] },
};

/** Status, whether taken down, who sees it, whether those do who are not signed in, whether it is in lists. */
const rules = [
  ['DRAFT', false, ['owner'], false, false],
  ['DRAFT', true, ['owner', 'admin'], false, false],
  ['UNLISTED', false, ['owner', 'viewer', 'creator', 'admin'], true, false],
  ['UNLISTED', true, ['owner', 'admin'], false, false],
  ['PUBLIC', false, ['owner', 'viewer', 'creator', 'admin'], true, true],
  ['PUBLIC', true, ['owner', 'admin'], false, false],
] as const;

describe.for(rules)(
  'a video that is %s, taken down: %s',
  ([status, isTakenDown, seenBy, byAnybody, listed]) => {
    const video = {
      status,
      takenDownAt: isTakenDown ? new Date() : null,
      ownerId: 'olga',
      category: 'music',
      channelId: 'c',
    };

    test(`is seen by ${seenBy.join(', ')}`, () => {
      const seers = Object.entries(viewers).filter(([, viewer]) => maySee(viewer, video));
      expect(seers.map(([name]) => name)).toEqual(seenBy);
      expect(isForEverybody(video)).toBe(byAnybody);
    });

    test(`is ${listed ? '' : 'not '}in lists`, () => {
      expect(listsOf(video)).toEqual(listed ? ['all', 'category:music', 'channel:c', 'channel:c:music'] : []);
    });

    test('is changed by its owner alone', () => {
      const editors = Object.entries(viewers).filter(([, viewer]) => mayEdit(viewer, video));
      expect(editors.map(([name]) => name)).toEqual(['owner']);
    });
  },
);
