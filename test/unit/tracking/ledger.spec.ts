import { describe, expect, it } from 'vitest';
import { WriteLedger } from '../../../src/tracking/writes/ledger.ts';
import { Transactions } from '../../../src/tracking/writes/transactions.ts';

const time = (order: string) => ({ order, signed: order });

describe('the ledger of an operation', () => {
  it('is settled when every write has an outcome, those that began meanwhile too', async () => {
    const ledger = new WriteLedger();
    const first = ledger.begin();
    let sealed = false;
    const settled = ledger.settled(() => {
      sealed = true;
    });
    const second = ledger.begin();
    first.settle(['a']);
    await Promise.resolve();
    expect(sealed).toBe(false);
    second.settle(['b', 'a']);
    expect(await settled).toEqual({ tags: ['a', 'b'], operationTime: undefined, majority: true });
    expect(sealed).toBe(true);
  });

  it('keeps the highest time that a majority acknowledged', async () => {
    const ledger = new WriteLedger();
    for (const order of ['2', '3', '1']) ledger.raise(time(order));
    expect((await ledger.settled()).operationTime).toEqual(time('3'));
  });

  it('waits for a majority where none is known to have the write, and says when none came', async () => {
    const ledger = new WriteLedger();
    ledger.awaitMajority(() => Promise.resolve(time('5')));
    expect(await ledger.settled()).toMatchObject({ majority: true, operationTime: time('5') });
    ledger.awaitMajority(() => Promise.reject(new Error('no primary')));
    expect(await ledger.settled()).toMatchObject({ majority: false });
  });
});

describe('an open transaction', () => {
  const key = (number: string) => ({ session: 's', number });

  it('gives its tags at every commit that is sent, and none after an abort', () => {
    const transactions = new Transactions();
    const ledger = new WriteLedger();
    transactions.note(key('1'), ['a'], () => ledger);
    transactions.note(key('1'), ['b'], () => ledger);
    expect([...(transactions.commit(key('1'))?.tags ?? [])]).toEqual(['a', 'b']);
    expect(transactions.commit(key('1'))?.ledger).toBe(ledger);
    transactions.abort(key('1'));
    expect(transactions.commit(key('1'))).toBeUndefined();
  });

  it('is forgotten when its session begins another', () => {
    const transactions = new Transactions();
    const ledger = new WriteLedger();
    transactions.note(key('1'), ['a'], () => ledger);
    transactions.note(key('2'), ['b'], () => ledger);
    expect(transactions.commit(key('1'))).toBeUndefined();
    expect([...(transactions.commit(key('2'))?.tags ?? [])]).toEqual(['b']);
  });
});
