import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Logger } from '../../shared/logger.ts';
import type { ObjectStore } from '../../shared/object-store.ts';
import { checkByteCount, checkKey, checkLife, checkUpload } from './object-arguments.ts';
import { createStoreGuard } from './store-guard.ts';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** `undefined`: Amazon's own. */
  readonly endpoint: string | undefined;
  /** Where clients reach it, if elsewhere than this server does; `undefined`: at `endpoint`. */
  readonly publicEndpoint: string | undefined;
  /** `undefined`: where Amazon's SDK finds some, such as the role of the machine. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Whether the bucket is named in the path rather than in the host. */
  readonly pathStyle: boolean;
}

export interface S3StoreOptions extends S3Settings {
  /** Milliseconds that one answer of the store may take, with all attempts; default 8000. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
  readonly log: Logger;
}

export interface S3Store extends ObjectStore {
  /** Logs why, if the bucket cannot be reached. */
  prepare(): Promise<void>;
}

const connectMs = 2_000;
const attempts = 3;

/** What S3 takes in one request to delete. */
const deletedAtOnce = 1_000;

/** What the holder of an address has to send as it was signed. */
const signedHeaders = ['content-length', 'content-type', 'host', 'if-none-match'];

const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && (error.name === 'NotFound' || error.name === 'NoSuchKey');

const isEmpty = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 416;

const absent = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });

/** At most so many bytes, also of a store that knows no ranges. */
const takeStart = async (bytes: AsyncIterable<Uint8Array>, byteCount: number): Promise<Buffer> => {
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    taken.push(chunk);
    size += chunk.byteLength;
    if (size >= byteCount) break;
  }
  return Buffer.concat(taken).subarray(0, byteCount);
};

const isReadable = (body: object | undefined): body is AsyncIterable<Uint8Array> =>
  body !== undefined && Symbol.asyncIterator in body;

/** Keeps objects in a bucket; their addresses lead there, past this server. */
export const createS3Store = ({
  bucket,
  region,
  endpoint,
  publicEndpoint,
  credentials,
  pathStyle,
  timeoutMs = 8_000,
  now = Date.now,
  log,
}: S3StoreOptions): S3Store => {
  const config: S3ClientConfig = {
    region,
    forcePathStyle: pathStyle,
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: timeoutMs },
    // Else addresses ask for checksums that browsers cannot make, and that other stores than Amazon's do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(credentials && { credentials }),
  };
  const client = new S3Client({ ...config, ...(endpoint !== undefined && { endpoint }) });
  const outside = publicEndpoint ?? endpoint;
  const signing = new S3Client({ ...config, ...(outside !== undefined && { endpoint: outside }) });
  const guarded = createStoreGuard(log);
  const inTime = () => ({ abortSignal: AbortSignal.timeout(timeoutMs) });

  const sign = (
    command: PutObjectCommand | GetObjectCommand,
    lifeSeconds: number,
  ): Promise<{ readonly url: string; readonly expiresAt: Date }> =>
    guarded(async () => {
      // S3 counts from whole seconds.
      const signingDate = new Date(Math.floor(now() / 1_000) * 1_000);
      const url = await getSignedUrl(signing, command, {
        expiresIn: lifeSeconds,
        signingDate,
        signableHeaders: new Set(signedHeaders),
      });
      return { url, expiresAt: new Date(signingDate.getTime() + lifeSeconds * 1_000) };
    });

  const removeSome = async (keys: readonly string[]): Promise<void> => {
    const { Errors: errors = [] } = await client.send(
      new DeleteObjectsCommand({
        Bucket: bucket,
        Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
      }),
      inTime(),
    );
    const [first] = errors.filter(({ Code }) => Code !== 'NoSuchKey');
    if (first) throw new Error(`S3 did not remove ${first.Key}: ${first.Code} ${first.Message}`);
  };

  return {
    uploadAddress: async (key, { contentType, sizeBytes, lifeSeconds }) => {
      checkKey(key);
      checkUpload({ contentType, sizeBytes });
      checkLife(lifeSeconds);
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        ContentLength: sizeBytes,
        IfNoneMatch: '*',
      });
      const address = await sign(command, lifeSeconds);
      // A client sends the length by itself.
      return { ...address, method: 'PUT', headers: { 'content-type': contentType, 'if-none-match': '*' } };
    },
    downloadAddress: async (key, { lifeSeconds }) => {
      checkKey(key);
      checkLife(lifeSeconds);
      return sign(new GetObjectCommand({ Bucket: bucket, Key: key }), lifeSeconds);
    },
    find: async (key) => {
      checkKey(key);
      return guarded(async () => {
        const found = await absent(
          client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), inTime()),
        );
        return (
          found && {
            sizeBytes: found.ContentLength ?? 0,
            contentType: found.ContentType ?? 'application/octet-stream',
          }
        );
      });
    },
    readStart: async (key, byteCount) => {
      checkKey(key);
      checkByteCount(byteCount);
      return guarded(async () => {
        const command = new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${byteCount - 1}` });
        try {
          const found = await absent(client.send(command, inTime()));
          if (!found) return undefined;
          return isReadable(found.Body) ? await takeStart(found.Body, byteCount) : Buffer.alloc(0);
        } catch (error) {
          // Of nothing there is no first byte.
          if (isEmpty(error)) return Buffer.alloc(0);
          throw error;
        }
      });
    },
    remove: async (keys) => {
      keys.forEach(checkKey);
      await guarded(async () => {
        for (let at = 0; at < keys.length; at += deletedAtOnce) {
          await removeSome(keys.slice(at, at + deletedAtOnce));
        }
      });
    },
    prepare: async () => {
      try {
        await client.send(new HeadBucketCommand({ Bucket: bucket }), inTime());
      } catch (error) {
        log.error({ err: error, bucket }, 'The bucket of uploaded files cannot be reached.');
      }
    },
    close: async () => {
      client.destroy();
      signing.destroy();
    },
  };
};
