import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dashboardFields,
  does,
  profiledDuring,
  startTwo,
  type TwoInstances,
} from '../../testkit/dashboards.ts';
import type { Explained } from '../../testkit/engine-app.ts';
import { as } from '../../testkit/signed-in.ts';
import { addChannel, addPublicVideo, askAs } from '../../testkit/videos.ts';

const ada = as('creator', 'ada');

let site: TwoInstances;
beforeAll(async () => {
  // Long ones: while the cache stands aside, each computes its own.
  site = await startTwo({ gateTimings: {} });
  await addChannel(site.here, ada, 'ada');
  for (const title of ['Dawn', 'Noon', 'Dusk']) {
    const id = await addPublicVideo(site.here, site.files, ada, { title });
    await does(site.there, as('viewer', 'ann'), `reactToVideo(id: "${id}", reaction: LIKE) { video { id } }`);
  }
});
afterAll(() => site[Symbol.asyncDispose]());

const collections = [
  'channels',
  'videos',
  'videoStats',
  'videoDays',
  'videoBaselines',
  'baselineProgress',
  'channelDays',
  'channelMonths',
];

/** Cold: no other test asks for this. */
const questions = {
  'a dashboard': `query A { channelAnalytics { ${dashboardFields} } }`,
  'a dashboard with live fields': `query B { channelAnalytics {
    channel { subscribers viewerIsSubscribed }
    videos(period: LAST_90_DAYS, sort: ENGAGEMENT) { nodes { engagement video { title views likes viewerReaction } } }
  } }`,
};

test.for(Object.entries(questions))(
  '%s that is asked for sixty times at once, of two instances, costs the reads of one',
  async ([, query]) => {
    const { here, there } = site;
    // What one costs: another operation name is another question. Records by key are kept for all of them.
    const named = (name: string): string => query.replace(/^query \w/, `query ${name}`);
    for (const running of [here, there]) await askAs(running, ada, named('Before'));
    const alone = await profiledDuring(here.app.mongo, collections, () => askAs(here, ada, named('Alone')));
    expect(alone.length).toBeGreaterThan(3);
    const answers: Explained[] = [];
    const together = await profiledDuring(here.app.mongo, collections, async () => {
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 60 }, (_, at) => askAs(at % 2 === 0 ? here : there, ada, query)),
        )),
      );
    });
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(answers.filter(({ cache }) => cache.how === 'bypassed')).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const namesOf = (commands: typeof alone) => commands.map(({ ns, op }) => `${op} ${ns}`).toSorted();
    expect(namesOf(together)).toEqual(namesOf(alone));
  },
);
