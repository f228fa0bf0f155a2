import type { Audience } from '../../seed/index.ts';
import type { SeedRequest } from './arguments.ts';
import type { SeedRunRecord } from './run.store.ts';

const numbers = new Intl.NumberFormat('en-US');
const shown = (value: number): string => numbers.format(value);

const timeOf = ({ endAt }: SeedRunRecord, { days }: SeedRequest): string =>
  `${days === 1 ? 'the day' : `the ${days} days`} up to ${endAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** How to be one of them. */
export const signInOf = ({ password }: SeedRequest, { population }: Audience, madeUsers: boolean): string => {
  const { email } = population.at(0);
  if (password === undefined) {
    return `Nobody knows a password of theirs, the first of whom is ${email}: with --password they would have that one.`;
  }
  if (!madeUsers) return `The users were there already, and have the passwords that they had.`;
  return (
    `Sign in as ${email}, or another of the users, with the password that you gave:\n` +
    `  mutation { login(input: {email: "${email}", password: "…"}) { tokens { accessToken } } }`
  );
};

const counts = ({ users, views, signedIn, ratings, favourites, watched }: SeedRunRecord): string =>
  `${shown(users)} users, ${shown(views)} views (${shown(signedIn)} of them signed in), ` +
  `${shown(watched)} positions in films, ${shown(ratings)} ratings and ${shown(favourites)} favourites`;

const siteCounts = (run: SeedRunRecord): string =>
  `${shown(run.channels)} channels, ${shown(run.videos)} videos, ${shown(run.videoViews)} views of videos, ` +
  `${shown(run.comments)} comments, ${shown(run.reactions + run.commentLikes)} likes ` +
  `(${shown(run.commentLikes)} of them of comments) and ${shown(run.subscriptions)} channel subscriptions`;

/** For a run that was done before. */
export const nothingToDo = (run: SeedRunRecord, request: SeedRequest): string =>
  `Nothing was added: an earlier run of this seed and these sizes made ${counts(run)}, in ${timeOf(run, request)}.`;

export const siteNothingToDo = (run: SeedRunRecord, request: SeedRequest): string =>
  `Nothing was added to videos: an earlier run of this seed and these sizes made ${siteCounts(run)}, in ${timeOf(run, request)}.`;

interface Runs {
  /** As it was when this process took it on. */
  readonly began: SeedRunRecord;
  readonly ended: SeedRunRecord;
  readonly request: SeedRequest;
}

/** For one that is done now, or was stopped. */
export const summaryOf = ({ began, ended, request }: Runs): string => {
  const earlier =
    began.position > 0 ? ` An earlier run had come to view ${shown(began.position)} of them.` : '';
  const made = `Made ${counts(ended)}, in ${timeOf(ended, request)}.${earlier}`;
  return ended.finishedAt
    ? made
    : `${made}\nStopped at view ${shown(ended.position)} of ${shown(request.views)}: run the same command again to go on.`;
};

export const siteSummaryOf = ({
  began,
  ended,
  request,
  eventCount,
}: Runs & { readonly eventCount: number }): string => {
  const earlier =
    began.position > 0 ? ` An earlier run had come to event ${shown(began.position)} of them.` : '';
  const made = `Made ${siteCounts(ended)}, in ${timeOf(ended, request)}.${earlier}`;
  return ended.finishedAt
    ? made
    : `${made}\nStopped at event ${shown(ended.position)} of ${shown(eventCount)}: run the same command again to go on.`;
};
