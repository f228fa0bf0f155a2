import { expect, test } from 'vitest';
import { CountsApart } from './counts-apart.ts';

const begin = () => {
  let now = 0;
  return {
    apart: new CountsApart(() => now),
    at: (time: number): void => {
      now = time;
    },
  };
};

test('an instance counts apart until it says that it does not any more', () => {
  const { apart, at } = begin();
  expect(apart.lastAt).toBe(-Infinity);
  at(10);
  apart.hear('A1', 'began');
  at(500);
  expect(apart.lastAt).toBe(500);
  apart.hear('A1', 'over');
  at(900);
  expect(apart.lastAt).toBe(500);
});

test('with several servers it does until all of them answer', () => {
  const { apart, at } = begin();
  apart.hear('A1', 'began');
  apart.hear('A1', 'began');
  at(100);
  apart.hear('A1', 'over');
  at(200);
  expect(apart.lastAt).toBe(200);
  apart.hear('A1', 'over');
  at(300);
  expect(apart.lastAt).toBe(200);
});

test('what was refused once is a moment, and so is the end of one that counted apart', () => {
  const { apart, at } = begin();
  at(10);
  apart.hear('A1', 'once');
  at(20);
  expect(apart.lastAt).toBe(10);
  apart.hear('B1', 'began');
  at(30);
  apart.ended('B1');
  apart.ended('A1');
  at(40);
  expect(apart.lastAt).toBe(30);
});
