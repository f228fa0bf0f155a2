import type { Audience } from '../../seed/index.ts';
import type { SeedRequest } from './arguments.ts';
import type { SeedRunRecord } from './run.store.ts';

const numbers = new Intl.NumberFormat('en-US');
const shown = (value: number): string => numbers.format(value);

const timeOf = ({ endAt }: SeedRunRecord, { days }: SeedRequest): string =>
  `${days === 1 ? 'the day' : `the ${days} days`} up to ${endAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const signIn = ({ password }: SeedRequest, { population }: Audience, madeUsers: boolean): string => {
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

/** For a run that was done before. */
export const nothingToDo = (run: SeedRunRecord, request: SeedRequest, audience: Audience): string =>
  `Nothing was added: an earlier run of this seed and these sizes made ${counts(run)}, in ${timeOf(run, request)}.\n` +
  signIn(request, audience, false);

/** For one that is done now, or was stopped. */
export const summaryOf = (parts: {
  /** As it was when this process took it on. */
  readonly began: SeedRunRecord;
  readonly ended: SeedRunRecord;
  readonly request: SeedRequest;
  readonly audience: Audience;
}): string => {
  const { began, ended, request, audience } = parts;
  const earlier =
    began.position > 0 ? ` An earlier run had come to view ${shown(began.position)} of them.` : '';
  const made = `Made ${counts(ended)}, in ${timeOf(ended, request)}.${earlier}`;
  if (!ended.finishedAt) {
    return `${made}\nStopped at view ${shown(ended.position)} of ${shown(request.views)}: run the same command again to go on.`;
  }
  return `${made}\n${signIn(request, audience, ended.users > began.users)}`;
};
