import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { StoredObject } from '../../shared/object-store.ts';
import { objectsPath, type Admission, type Admit } from '../../shared/served-objects.ts';
import type { TokenKey } from '../../shared/token-key.ts';

/** What an address lets its holder do. */
interface Grant {
  readonly method: 'GET' | 'PUT';
  readonly key: string;
  /** Of an upload. */
  readonly declared: StoredObject | undefined;
  /** Seconds since 1970. */
  readonly ends: number;
}

export interface SignedAddresses {
  /** Path and query. */
  sign(grant: Grant): string;
  readonly admit: Admit;
}

export interface SignedAddressesOptions {
  /** What the keys of signatures are derived from: the first one signs, all verify. */
  readonly tokenKeys: readonly TokenKey[];
  readonly now?: () => number;
}

const purpose = 'marquee: addresses of objects, version 1';

/** Of its own for this purpose: a signature is no token, nor the other way round. */
const derivedKey = ({ secret }: TokenKey): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32));

/** As JSON, in which no two grants look the same. */
const signature = (key: Buffer, { method, key: name, declared, ends }: Grant): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([method, name, declared?.contentType ?? null, declared?.sizeBytes ?? null, ends]))
    .digest('base64url');

const isSame = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
};

const wrong: Admission = { ok: false, reason: 'wrong' };

const wholeNumber = (text: string | null): number | undefined =>
  text !== null && /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : undefined;

const parameters = {
  GET: ['expires', 'signature'],
  PUT: ['expires', 'signature', 'size', 'type'],
} as const;

/** @returns `undefined`: no address of ours has this form. */
const readAddress = (
  method: Grant['method'],
  url: string,
): { readonly grant: Grant; readonly signed: string } | undefined => {
  const [path = '', ...rest] = url.split('?');
  const query = new URLSearchParams(rest.join('?'));
  // Each once and no other: an address has one spelling.
  if ([...query.keys()].toSorted().join() !== parameters[method].join()) return undefined;
  const ends = wholeNumber(query.get('expires'));
  const sizeBytes = wholeNumber(query.get('size'));
  const contentType = query.get('type');
  if (ends === undefined || !path.startsWith(objectsPath)) return undefined;
  if (method === 'PUT' && (sizeBytes === undefined || contentType === null)) return undefined;
  const declared = sizeBytes === undefined || contentType === null ? undefined : { contentType, sizeBytes };
  return {
    grant: { method, key: path.slice(objectsPath.length), declared, ends },
    signed: query.get('signature') ?? '',
  };
};

export const createSignedAddresses = ({
  tokenKeys,
  now = Date.now,
}: SignedAddressesOptions): SignedAddresses => {
  const keys = tokenKeys.map(derivedKey);
  const [first] = keys;
  if (!first) throw new RangeError('expected a key to sign addresses with');
  return {
    sign: (grant) => {
      const query = new URLSearchParams({
        expires: String(grant.ends),
        ...(grant.declared && { type: grant.declared.contentType, size: String(grant.declared.sizeBytes) }),
        signature: signature(first, grant),
      });
      return `${objectsPath}${grant.key}?${query.toString()}`;
    },
    admit: (method, url) => {
      const address = readAddress(method, url);
      if (!address) return wrong;
      const { grant, signed } = address;
      if (!keys.some((key) => isSame(signed, signature(key, grant)))) return wrong;
      if (now() >= grant.ends * 1_000) return { ok: false, reason: 'over' };
      const { key, declared, ends } = grant;
      return { ok: true, key, declared, expiresAt: new Date(ends * 1_000) };
    },
  };
};
