import type { Audience } from '../entry.ts';

export interface AnswerKeys {
  /** Where the requester's answer may be: everyone's, then the one only the requester may get. */
  readonly lookedUp: readonly [everyone: string, own: string];
  /** The question without an audience. */
  readonly question: string;
}

/** A viewer's id may hold any character; a colon would end it early and name another key. */
const escapeViewer = (viewerId: string): string =>
  viewerId.replace(/[%:]/g, (c) => (c === '%' ? '%25' : '%3a'));

const everyoneKey = (nonce: string, key: string): string => `answer:${nonce}:everyone:${key}`;
const ownKey = (nonce: string, key: string, viewerId: string | undefined): string =>
  viewerId === undefined
    ? `answer:${nonce}:anonymous:${key}`
    : `answer:${nonce}:viewer:${escapeViewer(viewerId)}:${key}`;

/** The nonce in each key makes what an ended epoch left behind unreachable. */
export const answerKeys = (nonce: string, key: string, viewerId: string | undefined): AnswerKeys => ({
  lookedUp: [everyoneKey(nonce, key), ownKey(nonce, key, viewerId)],
  question: `${nonce}:${key}`,
});

/** Where an answer for this audience is kept. */
export const keyForAudience = (nonce: string, key: string, audience: Audience): string => {
  if (audience === 'everyone') return everyoneKey(nonce, key);
  return ownKey(nonce, key, audience === 'anonymous' ? undefined : audience.viewerId);
};
