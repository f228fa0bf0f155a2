import type { Report } from '../run.ts';
import { machineLines } from './machine-lines.ts';
import { figureTables, ratioTable, type Table } from './tables.ts';

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const asMarkdown = (table: Table, level: string): string =>
  [
    `${level} ${table.title}`,
    ...(table.note === undefined ? [] : [table.note]),
    [row(table.head), row(table.head.map(() => '---')), ...table.rows.map(row)].join('\n'),
  ].join('\n\n');

const method = ({ pace }: Report): string => `
- **All at once, in turn.** Every contestant runs in a process of its own from the beginning to the end. After a warm-up,
  ${pace.rounds} rounds of ${pace.measureMs / 1_000} s each (${pace.latencyRounds} of ${pace.latencyMs / 1_000} s for latency); in each round all have their turn, in an order that changes.
  Figures are medians over the rounds, with the least and the most in brackets.
- **The same for all.** The same Node and its flags, schema, resolvers, DataLoaders (new for each request), Mongoose and driver, connection
  options, and 3,201 films, in a database each of one MongoDB; one Redis with a database number each; production mode, no
  log of requests, keep-alive. Parsed documents are kept by all of them, compiled ones by Mercurius.
- **Cores.** Servers share one core, of which all but one are idle; load, MongoDB and Redis have the others. So a miss, which
  waits for Mongo, may be limited by Mongo: the column "server busy" tells. CPU a request is of the server's process alone.
  With two cores Redis shares one with the load.
  "Others" is the share of the core that other processes took; a round with more than 0.08 is measured again, up to
  ${pace.retries === 1 ? 'once' : `${pace.retries} times`}, for whichever contestant it was.
- **The limit** is a bare \`node:http\` that reads the request and writes the bytes and headers of our answer.
- **The load** is our own (\`bench/load\`): kept connections over \`node:net\`, one request under way on each, 64 for hits, 24 for
  misses. It checks the status and length of each answer, and all bytes of every 64th. Before, each contestant's answer is
  compared with what Yoga without a cache answers. Clients ask for no compression.
- **Latency** is measured at a fixed rate, from when a request was due, so that waiting is not hidden.
  Rounds are short, since a core that is taken away for some 30 ms now and then, by whomever, makes the p99 of a long one; what
  all rounds have together is beside it.
- **A miss** is a page with a filter that nobody used before. All are asked the same ones in the same round. Ours may take genres
  and people from its entity cache; so the number of its commands to Mongo is lower.
- **The mix** has some 3,000 queries (details, pages by genre and order, people, searches), drawn by Zipf’s law, and 5 % writes
  through the API: votes, ratings, box office, details, titles, genres; half of them to films by popularity, half to any.
  ${pace.mixRequests.toLocaleString('en')} requests, the same for all, one after the other. The truth at each place is what Yoga without
  a cache answered there. The oracle hits when a query was asked before and the truth is still the same. A hit is what the
  answer's \`Cache-Status\` says for ours; for others, an answer that asked nothing of Mongo.
- **The mix with viewers** is drawn by the generator of \`npm run seed\`: a hundred viewers, each with a library, sign two thirds of the
  requests: their homes (preferences, continue watching, favourites), films with their own rating, favourite and position, lists;
  6 % of them are positions and ratings. The rest is the mix's, with 3 % edits. As there, caches are full at the beginning; each viewer's
  answers are their own. Peers take no part, since their caches were not told of viewers.
- **The site of videos** is made by the generator of \`npm run seed\`: its home, categories, watch pages, channels, comments, searches and feeds, with
  counts and what the viewer thinks of them as live fields; videos and viewers by Zipf’s law, three in five requests are signed in, one in ten
  writes: views, likes, comments, channel subscriptions, videos that come and go. Ours against the same server with
  \`CACHE_ENGINE=off\` and with \`CACHE_ENGINE=stock\`, each on a database of its own. ${pace.siteRequests.toLocaleString('en')} requests one after the other, over caches
  that are full, held against what the server without a cache answers at the same place; MongoDB itself counts its operations, whichever
  connection asks. Then 24 connections go round the same requests, in rounds in which all have their turn.
- **What peers were given.** Envelop's cache and Apollo's plugin read the same \`@cacheControl\` hints. Mercurius-cache got keys
  written by hand (its own are slower, and mix up nested selections), counts kept with their pages, and references for
  invalidation: without them it would be slower, or wrong.
- **What is left in Redis**: \`PEXPIRE\` of one millisecond for every key that has a time to live, then what remains.
`;

/** docs/benchmarks.md, all of it. */
export const pageOf = (report: Report): string =>
  [
    '# Benchmarks',
    'Written by `npm run bench`; every figure and the plot are from one run. Figures of two runs compare by their ratios only.',
    machineLines(report)
      .map((line) => `- ${line}`)
      .join('\n'),
    '![Requests a second of all contestants](images/benchmarks.svg)',
    asMarkdown(ratioTable(report), '##'),
    `## Method\n${method(report)}`,
    '## Figures',
    ...figureTables(report).map((table) => asMarkdown(table, '###')),
    '',
  ].join('\n\n');
