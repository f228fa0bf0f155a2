import type { Proof } from '../../cache/log/prover.ts';
import type { Served } from '../../cache/response/answers.ts';
import type { Lookup, ResponseCache } from '../../cache/response/response-cache.ts';
import { assembled, createKeptFillIn, isLiveQuestion, pageOf } from './live-answer.ts';

/** Answers that are kept in this process, by question and viewer; `undefined` wherever the operation has to be asked. */
export interface KeptAnswers {
  lookupNow(question: string, viewerId: string | undefined): Served | undefined;
  lookupSoon(question: string, viewerId: string | undefined, tell: (found: Lookup) => void): boolean;
  lookupBy(proof: Proof, question: string, viewerId: string | undefined): Served | undefined;
}

type Look = (question: string, viewerId: string | undefined) => Served | undefined;

/**
 * Whole answers of the response cache, those with live fields put together of their parts.
 * @param maxFilledBytes that are kept of what was put together.
 */
export const createKeptAnswers = (
  cache: Pick<ResponseCache, 'lookupNow' | 'lookupSoon' | 'lookupBy'>,
  maxFilledBytes: number,
): KeptAnswers => {
  const fill = createKeptFillIn(maxFilledBytes);
  const whole = (page: Served, viewerId: string | undefined, look: Look): Served | undefined => {
    const fillings: Served[] = [];
    for (const { question } of pageOf(page.body).groups) {
      const filling = look(question, viewerId);
      if (!filling) return undefined;
      fillings.push(filling);
    }
    return assembled(page, fillings, fill);
  };

  const lookupNow: Look = (question, viewerId) => {
    const found = cache.lookupNow(question, viewerId);
    return found && isLiveQuestion(question) ? whole(found, viewerId, cache.lookupNow) : found;
  };
  const lookupBy: KeptAnswers['lookupBy'] = (proof, question, viewerId) => {
    const look: Look = (part, of) => cache.lookupBy(proof, part, of);
    const found = look(question, viewerId);
    return found && isLiveQuestion(question) ? whole(found, viewerId, look) : found;
  };
  return {
    lookupNow,
    lookupBy,
    lookupSoon(question, viewerId, tell) {
      if (!isLiveQuestion(question)) return cache.lookupSoon(question, viewerId, tell);
      return cache.lookupSoon(question, viewerId, ({ served, proof }) => {
        const look: Look = (part, of) => proof && cache.lookupBy(proof, part, of);
        tell({ served: served && whole(served, viewerId, look), proof });
      });
    },
  };
};
