import { isIP } from 'node:net';
import { z } from 'zod';

/** So many requests in any window of so long. */
export interface GeneralRate {
  readonly limit: number;
  readonly windowMs: number;
}

/** Of one viewer, or of one address where nobody is signed in; and of the process. */
export interface LiveStreams {
  readonly perClient: number;
  readonly total: number;
}

/** Which proxies in front are believed, and in which header they say for whom they ask. */
export interface TrustProxy {
  readonly header: 'x-forwarded-for' | 'forwarded';
  /** So many, or those in these networks. */
  readonly proxies: number | readonly string[];
}

export const rate = z
  .string()
  .regex(/^[1-9]\d{0,8}\/[1-9]\d{0,5}$/, {
    error: 'expected requests and seconds such as 1000/900',
  })
  .transform((text): GeneralRate => {
    const [limit = 0, seconds = 0] = text.split('/').map(Number);
    return { limit, windowMs: seconds * 1_000 };
  });

export const liveStreams = z
  .string()
  .regex(/^[1-9]\d{0,6}\/[1-9]\d{0,6}$/, {
    error: 'expected streams of one client and of the process such as 100/10000',
  })
  .transform((text): LiveStreams => {
    const [perClient = 0, total = 0] = text.split('/').map(Number);
    return { perClient, total };
  });

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
};

export const trustedProxies = z
  .string()
  .transform((text) => {
    const header = text.startsWith('forwarded:') ? 'forwarded' : 'x-forwarded-for';
    const list = text.slice(header === 'forwarded' ? 'forwarded:'.length : 0);
    const isCount = /^[1-9]\d?$/.test(list);
    return { header, proxies: isCount ? Number(list) : list.split(',').map((one) => one.trim()) } as const;
  })
  .refine(({ proxies }) => typeof proxies === 'number' || proxies.every(isNetwork), {
    error:
      'expected a number of proxies from 1 to 99, or networks such as 10.0.0.0/8,::1 with commas between them, with "forwarded:" in front for the Forwarded header',
  });
