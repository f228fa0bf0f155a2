import path from 'node:path';
import type { Environment } from './config/environment.ts';
import { createObjectsEndpoint } from './http/objects/objects-endpoint.ts';
import type { Handler } from './http/server.ts';
import { DATA_FOLDER_ENTRIES } from './infra/embedded/index.ts';
import { createDiskStore } from './infra/object-store/disk-store.ts';
import { createObjectFolder } from './infra/object-store/object-folder.ts';
import { createS3Store } from './infra/object-store/s3-store.ts';
import { createSignedAddresses } from './infra/object-store/signed-addresses.ts';
import type { Logger } from './shared/logger.ts';
import type { ObjectStore } from './shared/object-store.ts';
import type { TokenKey } from './shared/token-key.ts';

export type ObjectStoreOptions = Pick<Environment, 'corsOrigins' | 'dataDir'> &
  Partial<Pick<Environment, 'publicUrl' | 's3'>> & {
    /** What signed addresses of the disk store are signed by keys of. */
    readonly tokenKeys: readonly TokenKey[];
    readonly log: Logger;
  };

export interface OpenedObjectStore extends ObjectStore {
  /** Answers at the addresses of objects; `undefined`: they lead elsewhere. */
  readonly endpoint: Handler | undefined;
  /**
   * To be told once the server listens: looks whether the store can be reached, and begins addresses with this port when
   * nobody said where clients reach the server.
   */
  listensOn(port: number): void;
}

/** A port of 0 is not where clients reach anything. */
const withPort = (address: string, port: number): string => {
  const url = new URL(address);
  if (url.port !== '0') return address;
  url.port = String(port);
  return url.href.replace(/\/+$/, '');
};

/**
 * Opens the store of uploaded files: a bucket where there is one, else a folder of this server. One that cannot be reached is
 * told in the log, and does not keep the rest from starting.
 */
export const openObjectStore = ({
  corsOrigins,
  dataDir,
  publicUrl = 'http://localhost:0',
  s3,
  tokenKeys,
  log,
}: ObjectStoreOptions): OpenedObjectStore => {
  if (s3) {
    const store = createS3Store({ ...s3, log });
    let ready: Promise<void> | undefined;
    return {
      ...store,
      endpoint: undefined,
      listensOn: () => {
        ready = store.prepare();
      },
      close: async () => {
        await ready;
        await store.close();
      },
    };
  }
  const root = path.join(dataDir, DATA_FOLDER_ENTRIES.objects);
  const folder = createObjectFolder({ root });
  const addresses = createSignedAddresses({ tokenKeys });
  let baseUrl = publicUrl;
  let ready: Promise<void> | undefined;
  return {
    ...createDiskStore({ folder, addresses, baseUrl: () => baseUrl, log }),
    endpoint: createObjectsEndpoint({ objects: folder, admit: addresses.admit, corsOrigins, log }),
    listensOn: (port) => {
      baseUrl = withPort(publicUrl, port);
      ready = folder.prepare().catch((error: unknown) => {
        log.error({ err: error, folder: root }, 'The folder of uploaded files cannot be used.');
      });
    },
    close: async () => await ready,
  };
};
