import type { EpochAuthority } from '../epoch.ts';
import type { CacheEvents } from '../events.ts';
import { createEpochView, type EpochView } from './epoch-view.ts';
import { failureReason } from './failure-reason.ts';
import type { MemoryLog } from './memory-log.ts';
import type { Proof, Proofs, Prover } from './prover.ts';

export interface LocalProverOptions {
  readonly log: MemoryLog;
  readonly authority: EpochAuthority;
  /** Hash of the facet declarations that this instance knows. */
  readonly declarations: string;
  /** Default 200,000. */
  readonly stampCapacity?: number;
  readonly events?: CacheEvents;
}

/** A prover whose proofs cost no waiting. */
export interface LocalProver extends Prover {
  proveNow(): Proof | undefined;
}

/** Proofs from a log in this process: a look at each call, nothing to share and nothing to wait for. */
export const createLocalProver = (options: LocalProverOptions): LocalProver => {
  const { log, authority } = options;
  let view: EpochView | undefined;

  const receive = (): Proofs | undefined => {
    const epoch = authority.live();
    if (epoch === undefined) return undefined;
    if (view?.epoch.nonce !== epoch.nonce) view = createEpochView({ ...options, epoch });
    try {
      return view.receive(log.proveNow(epoch, view.applied));
    } catch (error) {
      authority.reportLogFailure(epoch, failureReason(error));
      return undefined;
    }
  };

  return { proveNow: () => receive()?.atOnce, prove: async () => receive()?.kept };
};
