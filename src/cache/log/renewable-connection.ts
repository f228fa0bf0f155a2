import { Cluster, type Redis } from 'ioredis';

/** For so long a connection is as good as a new one. */
const NEW_FOR_MS = 1000;

/** How long a new connection is waited for. */
const RENEWAL_MS = 500;

/**
 * A connection that can be made anew, to where its address leads by now. Sentinels, a name or a proxy may lead elsewhere than they did,
 * and the server of then answer on and take itself for the master.
 */
export interface RenewableConnection {
  /** Resolves when a new connection that is under way is ready, or has taken too long. `undefined`: none is. */
  readonly renewal: Promise<void> | undefined;
  /**
   * Has the connection made anew, unless that was just done. Commands that wait for replies fail.
   * @returns the renewal, or `undefined`: there is none, and the connection leads to where it led.
   */
  renew(): Promise<void> | undefined;
}

/** @param client ready, or on its way. A Cluster's follows its servers by itself, and is never renewed. */
export const renewable = (client: Redis | Cluster): RenewableConnection => {
  let renewal: Promise<void> | undefined;
  let readyAtMs = performance.now();
  client.on('ready', () => {
    readyAtMs = performance.now();
  });
  const begin = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, RENEWAL_MS);
    client.once('ready', resolve);
    client.disconnect(true);
    await promise;
    client.off('ready', resolve);
    clearTimeout(timer);
    renewal = undefined;
  };
  return {
    get renewal() {
      return renewal;
    },
    renew() {
      if (renewal !== undefined) return renewal;
      const isNew = performance.now() - readyAtMs < NEW_FOR_MS;
      if (client instanceof Cluster || client.status !== 'ready' || isNew) return undefined;
      renewal = begin();
      return renewal;
    },
  };
};
