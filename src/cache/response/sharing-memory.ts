import type { Audience } from '../entry.ts';

/**
 * Remembers for a while which questions have answers that can't be shared, so that requests don't queue up for a
 * computation that will not be theirs.
 */
export interface SharingMemory {
  /** The requests that may wait for one computation have one lane; `undefined`: compute alone. */
  laneOf(question: string, viewerId: string | undefined): string | undefined;
  learn(question: string, answer: { readonly audience: Audience; readonly shareable: boolean }): void;
}

export interface SharingMemoryOptions {
  readonly forgetAfterMs: number;
  readonly clock: () => number;
  /** Questions remembered at most; the one learnt longest ago goes first. */
  readonly maxQuestions: number;
}

export const createSharingMemory = ({
  forgetAfterMs,
  clock,
  maxQuestions,
}: SharingMemoryOptions): SharingMemory => {
  const known = new Map<string, { readonly by: 'audience' | 'nobody'; readonly untilMs: number }>();
  return {
    laneOf(question, viewerId) {
      const trait = known.get(question);
      if (trait === undefined || clock() >= trait.untilMs) return `all|${question}`;
      if (trait.by === 'nobody') return undefined;
      // With its length, so that no viewer's id runs into the question and names another's lane.
      return viewerId === undefined ? `anonymous|${question}` : `${viewerId.length}|${viewerId}|${question}`;
    },
    learn(question, { audience, shareable }) {
      known.delete(question);
      if (shareable && audience === 'everyone') return;
      known.set(question, { by: shareable ? 'audience' : 'nobody', untilMs: clock() + forgetAfterMs });
      if (known.size <= maxQuestions) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
  };
};
