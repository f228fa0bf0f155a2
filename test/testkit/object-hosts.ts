import { rm } from 'node:fs/promises';
import path from 'node:path';
import S3rver from 's3rver';
import { createHttpServer } from '../../src/http/server.ts';
import { createObjectsEndpoint } from '../../src/http/objects/objects-endpoint.ts';
import { createDiskStore } from '../../src/infra/object-store/disk-store.ts';
import {
  createObjectFolder,
  type ObjectFolder,
  type ObjectFolderOptions,
} from '../../src/infra/object-store/object-folder.ts';
import { createS3Store, type S3Settings } from '../../src/infra/object-store/s3-store.ts';
import { createSignedAddresses } from '../../src/infra/object-store/signed-addresses.ts';
import type { Logger } from '../../src/shared/logger.ts';
import type { ObjectStore } from '../../src/shared/object-store.ts';
import type { ServedObjects } from '../../src/shared/served-objects.ts';
import { testTokenKeys } from './admin.ts';
import { quiet } from './quiet-log.ts';
import { scratchFolder } from './servers.ts';

export interface ObjectHost extends AsyncDisposable {
  readonly store: ObjectStore;
}

export interface DiskHost extends ObjectHost {
  readonly folder: ObjectFolder;
  /** Where objects are kept. */
  readonly root: string;
  readonly origin: string;
  /** How far the time that addresses go by is ahead. */
  readonly clock: { aheadMs: number };
}

export interface DiskHostOptions extends Partial<ObjectFolderOptions> {
  readonly corsOrigins?: readonly string[];
  readonly requestTimeoutMs?: number;
  readonly log?: Logger;
  /** Instead of the files of the folder. */
  readonly served?: ServedObjects;
}

/** The disk store in a folder of its own, behind a server that hands its objects out. */
export const startDiskHost = async (options: DiskHostOptions = {}): Promise<DiskHost> => {
  const { corsOrigins, requestTimeoutMs, served, log = quiet } = options;
  const scratch = await scratchFolder();
  const root = options.root ?? path.join(scratch, 'objects');
  const clock = { aheadMs: 0 };
  const now = () => Date.now() + clock.aheadMs;
  const folder = createObjectFolder({ ...options, root });
  const addresses = createSignedAddresses({ tokenKeys: testTokenKeys, now });
  const endpoint = createObjectsEndpoint({
    objects: served ?? folder,
    admit: addresses.admit,
    corsOrigins,
    now,
    log,
  });
  const server = createHttpServer({
    handlers: [endpoint],
    log,
    ...(requestTimeoutMs !== undefined && { requestTimeoutMs }),
  });
  const port = await server.listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  return {
    store: createDiskStore({ folder, addresses, baseUrl: () => origin, now, log }),
    folder,
    root,
    origin,
    clock,
    [Symbol.asyncDispose]: async () => {
      await server.close(0);
      await rm(scratch, { recursive: true, force: true });
    },
  };
};

export interface S3Host extends ObjectHost {
  readonly settings: S3Settings;
}

/** The S3 store on a server of its own that speaks S3; it checks no signatures. */
export const startS3Host = async (): Promise<S3Host> => {
  const directory = await scratchFolder();
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: 'videos', configs: [] }],
  });
  const { port } = await server.run();
  const settings: S3Settings = {
    bucket: 'videos',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    publicEndpoint: undefined,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    pathStyle: true,
  };
  const store = createS3Store({ ...settings, log: quiet });
  return {
    store,
    settings,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

/** Every store that files must be kept in. */
export const objectHosts: readonly (readonly [string, () => Promise<ObjectHost>])[] = [
  ['the disk', () => startDiskHost()],
  ['S3', startS3Host],
];

/** Sends these bytes to an address that the store gives for them. */
export const upload = async (
  store: ObjectStore,
  key: string,
  bytes: Buffer<ArrayBuffer>,
  contentType = 'video/mp4',
): Promise<Response> => {
  const declared = { contentType, sizeBytes: bytes.byteLength, lifeSeconds: 600 };
  const { url, method, headers } = await store.uploadAddress(key, declared);
  return fetch(url, { method, headers, body: bytes });
};

/** Asks for an object at an address that the store gives for it. */
export const download = async (store: ObjectStore, key: string, init: RequestInit = {}): Promise<Response> =>
  fetch((await store.downloadAddress(key, { lifeSeconds: 600 })).url, init);
