import { describe, expect, it } from 'vitest';
import { createAnswerReader, headerOf, rawHeadersOf } from '../../../bench/load/answer-reader.ts';

const withLength = 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\nCache-Status: Marquee; hit\r\n\r\nhello world';
const inChunks =
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n';
const notModified = 'HTTP/1.1 304 Not Modified\r\nETag: "abc"\r\n\r\n';

/** As a socket gives them: every part in the same buffer, over the one before. */
const readParts = (text: string, size: number) => {
  const read = createAnswerReader();
  const shared = Buffer.alloc(64_000);
  const answers = [];
  for (let at = 0; at < text.length; at += size) {
    const length = shared.write(text.slice(at, at + size), 'latin1');
    const answer = read(shared.subarray(0, length));
    if (answer) answers.push({ ...answer, body: answer.body.toString() });
  }
  return answers;
};

describe('reading answers', () => {
  it.for([
    [withLength, 200, 'hello world'],
    [inChunks, 200, 'hello world'],
    [notModified, 304, ''],
  ] as const)('reads the same answer wherever its parts end: %j', ([text, status, body]) => {
    for (let size = 1; size <= text.length; size += 1) {
      expect(readParts(text, size)).toMatchObject([{ status, body }]);
    }
  });

  it('forgets an answer before the next one', () => {
    expect(readParts(notModified + withLength, notModified.length)).toMatchObject([
      { status: 304, body: '' },
      { status: 200, body: 'hello world' },
    ]);
  });

  it('finds headers by name in any case', () => {
    const answer = createAnswerReader()(Buffer.from(withLength));
    if (!answer) throw new Error('The answer is not whole.');
    expect(headerOf(answer, 'cache-status')).toBe('Marquee; hit');
    expect(headerOf(answer, 'age')).toBeUndefined();
    expect(rawHeadersOf(answer)).toEqual(['Content-Length', '11', 'Cache-Status', 'Marquee; hit']);
  });
});
