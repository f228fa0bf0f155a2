import type { Bench } from '../bench.ts';
import type { Results } from '../results.ts';
import { runCold } from './cold.ts';
import { runConditional, runFilm, runFilmByGet, runHome, runPage, runPageByGet } from './hits.ts';
import { runInvalidation } from './invalidation.ts';
import { runLatency } from './latency.ts';
import { runMisses } from './misses.ts';
import { runMix } from './mix.ts';
import type { WorkloadName } from './names.ts';
import { runRedisLeft } from './redis-left.ts';
import { runSignedIn } from './signed-in.ts';
import { runSite } from './site.ts';

export interface Workload<Name extends WorkloadName> {
  readonly title: string;
  readonly run: (bench: Bench) => Promise<Results[Name]>;
}

/** What is measured. A new workload is an entry here, its name and place in names.ts, and its shape in results.ts. */
export const workloads: { readonly [Name in WorkloadName]: Workload<Name> } = {
  page: { title: 'Hit of a page of 20 films, by POST', run: runPage },
  film: { title: 'Hit of one film, by POST', run: runFilm },
  'page-get': { title: 'Hit of a page of 20 films, by GET', run: runPageByGet },
  'film-get': { title: 'Hit of one film, by GET', run: runFilmByGet },
  conditional: { title: 'Conditional GET of a page that the client has (304)', run: runConditional },
  home: { title: 'Hit of a page of 20 films with live fields, signed in, by POST', run: runHome },
  latency: { title: 'Latency of hits at one offered rate', run: runLatency },
  miss: { title: 'Miss of a page of 20 films', run: runMisses },
  cold: { title: '200 identical cold queries at once', run: runCold },
  mix: { title: 'Mix by Zipf’s law, with 5 % writes', run: runMix },
  'redis-left': { title: 'What is left in Redis when everything expired', run: runRedisLeft },
  'signed-in': { title: 'Mix with viewers who are signed in', run: runSignedIn },
  site: { title: 'A site of videos: its pages, with live fields and 10 % writes', run: runSite },
  invalidation: { title: 'Cost of an invalidation by the number of entries', run: runInvalidation },
};
