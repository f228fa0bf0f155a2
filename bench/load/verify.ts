import type { Answer } from './answer-reader.ts';

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/**
 * The data of an answer as a text that is the same for equal data: engines order fields differently.
 * @throws Error unless it is a whole answer without errors.
 */
export const dataOf = ({ status, body }: Answer): string => {
  const text = body.toString('utf8');
  if (status !== 200) throw new Error(`Expected status 200, but got ${status}: ${shortened(text)}`);
  const { data, errors } = JSON.parse(text) as GraphqlAnswer;
  if (errors || data === undefined || data === null) {
    throw new Error(`Expected data without errors, but got ${shortened(text)}`);
  }
  return JSON.stringify(data, sortKeys);
};

/** Answers between comparisons of all bytes. */
const wholeEvery = 64;

/**
 * Checks that every answer is the one expected: by status and length, and every so often by all bytes. Cheap, since it
 * runs on the core of the load.
 */
export const createSameAnswerCheck = (who: string, expected: Answer): ((answer: Answer) => void) => {
  const { status } = expected;
  const body = Buffer.from(expected.body);
  let count = 0;
  return (answer) => {
    count += 1;
    if (
      answer.status === status &&
      answer.body.length === body.length &&
      (count % wholeEvery !== 0 || answer.body.equals(body))
    ) {
      return;
    }
    throw new Error(
      `${who} answered otherwise under load: status ${answer.status}, ${shortened(answer.body.toString('utf8'))}`,
    );
  };
};
