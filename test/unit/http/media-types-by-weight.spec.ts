import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedBy } from '../../../src/http/graphql/negotiation.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

describe('what an answer is sent as', () => {
  test.for([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    ['text/html, */*;q=0.1', json],
    [json, json],
    ['Application/JSON', json],
    [graphql, graphql],
    [`${graphql}, ${json};q=0.9`, graphql],
    [`${json};q=0.9, ${graphql}`, graphql],
    [`${graphql};q=0.5, ${json}`, json],
    // As those that weigh them alike put them.
    [`${graphql}, ${json}`, graphql],
    [`${json}, ${graphql}`, json],
    [`${json};q=0, */*`, graphql],
    [`${json};q=0.000, application/*;q=0.2`, graphql],
    [`${json}; charset=utf-8`, json],
    [`${json};charset="UTF-8"; q=0.5, ${graphql};q=0.4`, json],
    [`${graphql}; charset=utf8`, graphql],
    ['image/png', undefined],
    ['*/*;q=0', undefined],
    [`${json};q=0`, undefined],
    [`${json};charset=iso-8859-1`, undefined],
    ['nonsense', undefined],
  ] as const)('to %s is %s', ([accept, mediaType]) => {
    expect(acceptedBy(accept).mediaType).toBe(mediaType);
  });

  test.for([
    ['text/event-stream', true],
    [`${json}, TEXT/Event-Stream`, true],
    ['multipart/mixed;deferSpec=20220824, application/json', true],
    [`${json}, text/event-stream;q=0`, false],
    [`${json}, multipart/mixed; q=0.00`, false],
    [`${json}, multipart/mixed; q=0.01`, true],
    ['*/*', false],
    ['text/*', false],
    ['text/html, */*', false],
    ['x-text/event-streams', false],
  ] as const)('to %s may be a stream: %s', ([accept, mayBeOther]) => {
    expect(acceptedBy(accept).mayBeOther).toBe(mayBeOther);
  });

  test.for([
    ['text/event-stream', true],
    [`${graphql}, ${json}, Text/event-stream;q=0.1, multipart/mixed`, true],
    [`${json}, text/event-stream;q=0`, false],
    ['multipart/mixed', false],
    ['text/*, */*', false],
    ['', false],
  ] as const)('to %s may be events: %s', ([accept, mayBeEvents]) => {
    expect(acceptedBy(accept).mayBeEvents).toBe(mayBeEvents);
  });

  test.for([
    ['text/html', true],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', true],
    [`text/html, ${json}`, true],
    [`${json}, text/html`, false],
    [`text/html;q=0.4, ${json};q=0.5`, false],
    [`text/html;q=0.5, ${json};q=0.4`, true],
    [`${json}, text/html;q=0`, false],
    ['text/html;q=0, */*', false],
    ['*/*', false],
    ['text/*', false],
  ] as const)('to %s is a page: %s', ([accept, isPage]) => {
    expect(acceptedBy(accept).isPage).toBe(isPage);
  });
});

test('no header makes it throw, or means something else when it comes again', () => {
  const piece = fc.constantFrom(
    '*/*',
    json,
    graphql,
    'text/html',
    'text/event-stream',
    ';q=',
    '0',
    '1',
    ',',
    ' ',
    ';',
    '"',
    '=',
    'é',
    '/',
  );
  const header = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(header, header, (one, other) => {
      const first = acceptedBy(one);
      acceptedBy(other);
      expect(acceptedBy(one)).toEqual(first);
    }),
  );
});
