import type { Connection, mongo } from 'mongoose';
import type { AddCounted } from '../shared/counters.ts';
import type { CounterKind } from './base-store.ts';
import type { CounterNames } from './counters.ts';

/** Documents that one command changes: a transaction's are held until it is over. */
const atOnce = 1_000;

const ifThere = (value: mongo.Document, otherwise: string): mongo.Document => ({
  $cond: [{ $eq: [{ $type: '$removedAt' }, 'missing'] }, value, otherwise],
});

/** Adds to a counter, but to nothing of a thing that was removed. */
const addition = (counter: string, by: number): mongo.Document =>
  ifThere({ $add: [{ $ifNull: [`$${counter}`, 0] }, by] }, `$${counter}`);

/**
 * Adds to the bases themselves. What processes have counted and not folded yet is beside them, and stays lacking: a fold adds
 * to what is there, whatever it is.
 * @param connection that of the transactions.
 */
export const createBaseAdditions =
  <Names extends CounterNames>(
    connection: Connection,
    kinds: { readonly [Kind in keyof Names]: CounterKind },
  ): AddCounted<Names> =>
  async (kind, additions, transaction) => {
    const db = connection.getClient().db(connection.name);
    const { collection: name, fields = {} } = kinds[kind];
    const collection = db.collection<{ _id: string }>(name);
    const fieldsOf = (id: string) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, of]) => [field, ifThere({ $literal: of(id) }, '$$REMOVE')]),
      );
    const operations = [...additions].map(([_id, by]) => ({
      updateOne: {
        filter: { _id },
        update: [
          {
            $set: {
              ...Object.fromEntries(
                Object.entries<number | undefined>({ ...by }).map(([counter, sum]) => [
                  counter,
                  addition(counter, sum ?? 0),
                ]),
              ),
              ...fieldsOf(_id),
            },
          },
        ],
        upsert: true,
      },
    }));
    for (let from = 0; from < operations.length; from += atOnce) {
      await collection.bulkWrite(operations.slice(from, from + atOnce), { session: transaction });
    }
  };
