import {
  type LogRecord,
  LogUnavailableError,
  type ProofReply,
  type RefusalReason,
} from './invalidation-log.ts';

/** Every reason there is: the compiler holds the list complete. */
const REASONS: Readonly<Record<RefusalReason, true>> = {
  'not-a-master': true,
  'other-log': true,
  'other-epoch': true,
  'head-missing': true,
  'head-not-last': true,
  'behind-applied': true,
};

export const isRefusalReason = (reply: unknown): reply is RefusalReason =>
  typeof reply === 'string' && Object.hasOwn(REASONS, reply);

const unreadable = (what: string): LogUnavailableError =>
  new LogUnavailableError(`The invalidation log answered what nobody can read: ${what}.`);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @throws LogUnavailableError when the reply is not a list that begins with text */
export const parseText = (reply: unknown): string => {
  const [text] = asList(reply);
  if (typeof text !== 'string') throw unreadable('no text');
  return text;
};

const parseRecord = (entry: unknown): LogRecord => {
  const [id, fields] = asList(entry);
  const [, declarations, , tags, , order] = asList(fields);
  if (typeof id !== 'string' || typeof declarations !== 'string' || typeof tags !== 'string') {
    throw unreadable('a record without id, declarations or tags');
  }
  return {
    position: Number.parseInt(id, 10),
    tags: parseTags(tags),
    declarations,
    order: typeof order === 'string' && order !== '' ? order : undefined,
  };
};

/**
 * JSON, though a separator would be quicker to split: pieces of a split text keep the whole of it in memory
 * for as long as one stamp lives: four times the memory of the stamps, measured.
 */
const parseTags = (text: string): readonly string[] => {
  try {
    const tags: unknown = JSON.parse(text);
    if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return tags;
  } catch {
    // Told below.
  }
  throw unreadable('tags');
};

/** @throws LogUnavailableError when the reply is not what the script answers */
export const parseProof = (reply: unknown): ProofReply => {
  const [position, order, signed, tail] = asList(reply);
  if (typeof position !== 'string' || typeof order !== 'string' || typeof signed !== 'string') {
    throw unreadable('a proof without position or time');
  }
  return {
    position: Number(position),
    records: tail === 'truncated' ? 'truncated' : asList(tail).map(parseRecord),
    operationTime: order === '' ? undefined : { order, signed },
  };
};
