import type { mongo } from 'mongoose';
import type { AccountState } from './account.ts';

type Expression = mongo.Document | string | number;

/** The value of the first condition that holds. */
const firstOf = (
  cases: readonly (readonly [condition: mongo.Document, value: Expression])[],
  otherwise: Expression,
): Expression =>
  cases.reduceRight<Expression>(
    (rest, [condition, value]) => ({ $cond: [condition, value, rest] }),
    otherwise,
  );

/**
 * Takes into a document what it lacks of an account, and remembers that: the rule of `lackingOf`, as stages of an update, so that
 * it is one step with what it decides by.
 * @param rememberMs others' accounts are forgotten when they were last taken in so long ago.
 */
export const foldStages = (
  { owner, born, seq, sums }: AccountState,
  rememberMs: number,
): readonly mongo.Document[] => {
  const folds = { $ifNull: ['$folds', []] };
  const forgottenUpTo = { $ifNull: ['$forgottenUpTo', 0] };
  const isOthers = { $ne: ['$$this.o', owner] };
  const isOld = { $lte: ['$$this.at', { $subtract: ['$$NOW', rememberMs] }] };
  const those = (cond: mongo.Document) => ({ $filter: { input: folds, cond } });
  const takes = { $ne: ['$_lacking', 'nothing'] };

  const lacking = firstOf(
    [
      [{ $ne: [{ $type: '$removedAt' }, 'missing'] }, 'nothing'],
      [
        { $eq: [{ $type: '$_known' }, 'missing'] },
        { $cond: [{ $lte: [born, forgottenUpTo] }, 'nothing', 'all'] },
      ],
      [{ $gt: ['$_known.b', born] }, 'nothing'],
      [{ $lt: ['$_known.b', born] }, 'all'],
      [{ $gte: ['$_known.s', seq] }, 'nothing'],
    ],
    'since',
  );
  const countOf = (counter: string, sum: number): mongo.Document => {
    const since = { $subtract: [sum, { $ifNull: [`$_known.c.${counter}`, 0] }] };
    const delta = firstOf(
      [
        [{ $eq: ['$_lacking', 'nothing'] }, 0],
        [{ $eq: ['$_lacking', 'all'] }, sum],
      ],
      since,
    );
    return { $add: [{ $ifNull: [`$${counter}`, 0] }, delta] };
  };
  const lastForgotten = {
    $max: { $map: { input: those({ $and: [isOthers, isOld] }), in: '$$this.b' } },
  };
  const remembered = { o: owner, b: born, s: seq, c: { $literal: sums }, at: '$$NOW' };
  return [
    { $set: { _known: { $first: those({ $eq: ['$$this.o', owner] }) } } },
    { $set: { _lacking: lacking } },
    { $set: Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, countOf(name, sum)])) },
    {
      $set: {
        forgottenUpTo: { $cond: [takes, { $max: [forgottenUpTo, lastForgotten] }, forgottenUpTo] },
        folds: {
          $cond: [
            takes,
            { $concatArrays: [those({ $and: [isOthers, { $not: [isOld] }] }), [remembered]] },
            folds,
          ],
        },
      },
    },
    { $unset: ['_known', '_lacking'] },
  ];
};
