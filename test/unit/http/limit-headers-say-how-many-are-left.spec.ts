import { expect, it } from 'vitest';
import { limitHeaders } from '../../../src/http/graphql/limit-headers.ts';

const window = { name: 'general', limit: 5_000_000, windowMs: 900_000 };
const stateWith = (remaining: number): string | undefined =>
  limitHeaders([{ window, remaining, freeAfterMs: 12_000 }])[3];

it.each([0, 7, 999, 1_000, 1_001, 1_090, 12_003, 999_999, 1_000_000, 4_999_999])(
  '%d are left',
  (remaining) => {
    expect(stateWith(remaining)).toBe(`"general";r=${remaining};t=12`);
  },
);
