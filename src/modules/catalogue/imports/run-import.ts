import { randomUUID } from 'node:crypto';
import type { ImportStore } from '../stores/import.store.ts';
import type { ImportedWriter } from '../stores/imported.store.ts';
import type { ApplyBatch, ApplyBatchOptions } from './apply-batch.ts';
import {
  noOutcomes,
  outcomes,
  type ImportSource,
  type OutcomeCounts,
  type SourceItem,
} from './import-items.ts';

export interface RunImportOptions {
  readonly source: ImportSource;
  readonly store: ImportStore;
  readonly apply: ApplyBatch;
  readonly writer: Pick<ImportedWriter, 'doubtEverything'>;
  readonly write: ApplyBatchOptions['write'];
  /** Items that are settled together. */
  readonly batchSize: number;
  /** Begins with the first item, whatever was settled before. */
  readonly fromStart?: boolean;
  /** Told after each batch. */
  readonly onProgress: (done: number, total: number) => void;
  /** Told of each item that cannot be imported: where it is, what was expected and what came. */
  readonly onFault: (place: string, fault: string) => void;
  /** Ends it after the batch that is under way. */
  readonly signal: AbortSignal;
}

export interface ImportSummary extends OutcomeCounts {
  readonly total: number;
  /** Items that an earlier run settled; they are in the counts. */
  readonly resumedAt: number;
  /** Less than `total` when it was stopped. */
  readonly position: number;
}

/** A batch of another import that has been open for longer is nobody's any more: a write is given up much sooner. */
const abandonedMs = 600_000;

/** `undefined` once it is stopped, also where stopping made the wait fail. */
const untilStopped = async <Value>(
  waiting: Promise<Value>,
  signal: AbortSignal,
): Promise<Value | undefined> => {
  try {
    const value = await waiting;
    return signal.aborted ? undefined : value;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
};

/**
 * Imports what a source holds, batch by batch, and notes after each how far it is; one that was interrupted, by whatever,
 * goes on there. Nothing about it is kept once it is done, so that it can be repeated.
 *
 * A batch that was cut short may have written what is not in the log. Its items will be found as they should be, so no
 * write would ever tell the caches: hence the next import, of whatever source, first lets them drop all they have.
 */
export const runImport = async (options: RunImportOptions): Promise<ImportSummary> => {
  const { source, store, apply, write, writer, batchSize, onFault, onProgress, signal } = options;
  const { id, name, total } = source;

  const open = await store.openBatches();
  if (open.length > 0) {
    await write(() => writer.doubtEverything());
    await store.closeBatches(id, open, abandonedMs);
  }

  const begun = options.fromStart === true ? null : await store.get(id);
  const counts = noOutcomes();
  for (const outcome of outcomes) counts[outcome] = begun?.[outcome] ?? 0;
  const resumedAt = begun?.position ?? 0;
  let position = resumedAt;

  const settle = async (batch: readonly SourceItem[]): Promise<void> => {
    const items = batch.flatMap(({ found }) => (found && !('fault' in found) ? [found] : []));
    const applied = (await apply(items, () => store.beginWriting(id, name, randomUUID()))).values();
    for (const { place, found } of batch) {
      if (!found) continue;
      const result = 'fault' in found ? { outcome: 'faulty' as const, ...found } : applied.next().value;
      if (!result) throw new Error(`expected an outcome for ${place}`);
      counts[result.outcome] += 1;
      if (result.outcome === 'faulty') onFault(place, result.fault);
    }
    position += batch.length;
    await store.settle(id, name, position, counts);
    onProgress(position, total);
  };

  let batch: SourceItem[] = [];
  const items = source.read(position, signal)[Symbol.asyncIterator]();
  for (;;) {
    const next = await untilStopped(items.next(), signal);
    if (!next) break;
    if (!next.done) batch.push(next.value);
    if (batch.length === batchSize || (next.done && batch.length > 0)) {
      await settle(batch);
      batch = [];
    }
    if (next.done) break;
  }
  await items.return?.();
  if (position >= total) await store.forget(id);
  return { ...counts, total, resumedAt, position };
};
