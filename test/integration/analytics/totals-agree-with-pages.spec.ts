import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardOf, does, startTwo, type Figures, type TwoInstances } from '../../testkit/dashboards.ts';
import { fieldOf } from '../../testkit/engine-app.ts';
import { as } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

const viewers = ['ann', 'ben', 'cy'].map((name) => as('viewer', name));

let site: TwoInstances;
beforeAll(async () => {
  site = await startTwo();
});
afterAll(() => site[Symbol.asyncDispose]());

const acts = ['LIKE', 'DISLIKE', 'take back', 'view', 'comment', 'uncomment', 'follow', 'unfollow'] as const;
const step = fc.record({
  at: fc.constantFrom('here' as const, 'there' as const),
  who: fc.nat({ max: 2 }),
  video: fc.nat({ max: 1 }),
  act: fc.constantFrom(...acts),
});

const sumOf = (rows: readonly Figures[]): Figures => ({
  views: rows.reduce((sum, { views }) => sum + views, 0),
  likes: rows.reduce((sum, { likes }) => sum + likes, 0),
  dislikes: rows.reduce((sum, { dislikes }) => sum + dislikes, 0),
  comments: rows.reduce((sum, { comments }) => sum + comments, 0),
});

let stories = 0;
test('what the pages of videos show adds up to the totals, to the days, to the months, and to how the videos did', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      stories += 1;
      const creator = as('creator', `creator-${stories}`);
      const channel = await addChannel(site.here, creator, `creator-${stories}`);
      const videos = [
        await addPublicVideo(site.here, site.files, creator),
        await addPublicVideo(site.there, site.files, creator),
      ];
      const comments: string[] = [];
      for (const { at, who, video, act } of steps) {
        const running = site[at];
        const viewer = viewers[who] ?? {};
        const id = videos[video] ?? '';
        switch (act) {
          case 'LIKE':
          case 'DISLIKE':
            await does(running, viewer, `reactToVideo(id: "${id}", reaction: ${act}) { video { id } }`);
            break;
          case 'take back':
            await does(running, viewer, `removeReaction(id: "${id}") { video { id } }`);
            break;
          case 'view':
            await does(running, viewer, `recordVideoView(id: "${id}") { counted }`);
            break;
          case 'comment': {
            const said = await askAs(
              running,
              viewer,
              `mutation { addComment(input: { videoId: "${id}", text: "Yes." }) { comment { id } } }`,
            );
            comments.push(fieldOf<{ comment: { id: string } }>(said, 'addComment').comment.id);
            break;
          }
          case 'uncomment': {
            const comment = comments.pop();
            if (comment !== undefined) await does(running, creator, `deleteComment(id: "${comment}") { id }`);
            break;
          }
          case 'follow':
            await does(running, viewer, `subscribeToChannel(id: "${channel}") { channel { id } }`);
            break;
          case 'unfollow':
            await does(running, viewer, `unsubscribeFromChannel(id: "${channel}") { channel { id } }`);
            break;
        }
      }
      const page = await askAs(
        site.there,
        {},
        `query ($channel: ID!) { channel(id: $channel) {
          subscribers videos { nodes { views likes dislikes comments: commentCount } }
        } }`,
        { channel },
      );
      const shown = fieldOf<{ subscribers: number; videos: { nodes: Figures[] } }>(page, 'channel');
      for (const running of [site.here, site.there]) {
        const { totals, daily, monthly, videos: performance } = await dashboardOf(running, creator);
        const { videos: count, subscribers, ...figures } = totals;
        expect([count, subscribers]).toEqual([2, shown.subscribers]);
        expect(figures).toEqual(sumOf(shown.videos.nodes));
        expect(sumOf(daily)).toEqual(figures);
        expect(sumOf(monthly)).toEqual(figures);
        expect(sumOf(performance.nodes)).toEqual(figures);
        const gained = daily.reduce((sum, day) => sum + day.subscribersGained - day.subscribersLost, 0);
        expect(gained).toBe(subscribers);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 240_000);
