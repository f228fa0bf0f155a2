import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedNetwork, createClientAddress, type TrustProxy } from '../../../src/http/client-address.ts';

const network = (
  trust: TrustProxy | undefined,
  remoteAddress: string | undefined,
  headers: { 'x-forwarded-for'?: string | string[]; forwarded?: string | string[] } = {},
): string =>
  createClientAddress(trust)({ socket: { remoteAddress }, headers }).counted.replace(/^address:/, '');

const hops = (proxies: number | readonly string[]): TrustProxy => ({ header: 'x-forwarded-for', proxies });
const forwarded = (proxies: number | readonly string[]): TrustProxy => ({ header: 'forwarded', proxies });

describe('an address is counted', () => {
  test.for([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
    ['::2:3:4:5:6:7:8', '0:2:3:4::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%s as %s', ([address, counted]) => {
    expect(countedNetwork(address)).toBe(counted);
  });

  test('as what its first 64 bits say, however it is written', () => {
    const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const long = groups.map((one) => one.toString(16).padStart(4, '0').toUpperCase()).join(':');
        const short = new URL(`http://[${long}]`).hostname.slice(1, -1);
        const expected = `${groups
          .slice(0, 4)
          .map((one) => one.toString(16))
          .join(':')}::/64`;
        const isMapped = groups.slice(0, 5).every((one) => one === 0) && groups[5] === 0xffff;
        fc.pre(!isMapped);
        expect([countedNetwork(long), countedNetwork(short)]).toEqual([expected, expected]);
      }),
    );
  });
});

test('without a proxy, headers are not looked at', () => {
  const headers = { 'x-forwarded-for': '192.0.2.9', forwarded: 'for=192.0.2.9' };
  expect(network(undefined, '198.51.100.1', headers)).toBe('198.51.100.1');
});

describe('behind a number of proxies', () => {
  test.for([
    [1, undefined, '10.0.0.1'],
    [1, '192.0.2.1', '192.0.2.1'],
    // Whatever the client writes in front is not believed.
    [1, '203.0.113.66, 192.0.2.1', '192.0.2.1'],
    [2, '203.0.113.66, 192.0.2.1, 10.0.0.2', '192.0.2.1'],
    [2, '192.0.2.1', '192.0.2.1'],
    [3, '192.0.2.1,10.0.0.3 ,10.0.0.2', '192.0.2.1'],
    [1, '192.0.2.1:4711', '192.0.2.1'],
    [1, '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    [1, '2001:db8:1:2::9', '2001:db8:1:2::/64'],
    [1, 'unknown', '10.0.0.1'],
    [1, '', '10.0.0.1'],
    [1, '192.0.2.1, ', '10.0.0.1'],
    [2, '192.0.2.1, unknown', '10.0.0.1'],
    [2, '192.0.2.1, 999.1.1.1', '10.0.0.1'],
  ] as const)('%d: %s comes from %s', ([proxies, header, expected]) => {
    const headers = header === undefined ? {} : { 'x-forwarded-for': header };
    expect(network(hops(proxies), '10.0.0.1', headers)).toBe(expected);
  });

  test('no header of a client moves it to another network than its proxy saw', () => {
    const member = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('', 'unknown', '_hidden', '"', '1.2.3'));
    fc.assert(
      fc.property(fc.array(member), fc.integer({ min: 1, max: 3 }), (forged, proxies) => {
        const seen = ['192.0.2.1', '10.0.0.3', '10.0.0.2'].slice(0, proxies);
        const header = [...forged, ...seen].join(', ');
        expect(network(hops(proxies), '10.0.0.1', { 'x-forwarded-for': header })).toBe('192.0.2.1');
      }),
    );
  });
});

describe('behind proxies of known networks', () => {
  const trust = hops(['10.0.0.0/8', 'fd00::/8', '203.0.113.5']);
  test.for([
    ['10.1.1.1', '192.0.2.1', '192.0.2.1'],
    ['::ffff:10.1.1.1', '192.0.2.1', '192.0.2.1'],
    ['fd12::1', '192.0.2.1, 203.0.113.5, 10.2.2.2', '192.0.2.1'],
    ['10.1.1.1', '198.51.100.7, 192.0.2.1, 10.2.2.2', '192.0.2.1'],
    // Who comes past the proxies is believed nothing.
    ['198.51.100.1', '192.0.2.1', '198.51.100.1'],
    ['203.0.113.6', '192.0.2.1', '203.0.113.6'],
    // All of them are proxies: the farthest asks.
    ['10.1.1.1', '10.3.3.3, 10.2.2.2', '10.3.3.3'],
  ] as const)('%s with %s comes from %s', ([peer, header, expected]) => {
    expect(network(trust, peer, { 'x-forwarded-for': header })).toBe(expected);
  });
});

describe('proxies that write Forwarded (RFC 7239)', () => {
  test.for([
    ['for=192.0.2.1', '192.0.2.1'],
    ['For="[2001:db8:1:2::9]:4711"', '2001:db8:1:2::/64'],
    ['proto=https;for=192.0.2.1;by=10.0.0.1', '192.0.2.1'],
    ['for=203.0.113.66, for=192.0.2.1;proto=http', '192.0.2.1'],
    ['for="192.0.2.1:80"', '192.0.2.1'],
    ['for=_hidden', '10.0.0.1'],
    ['for=unknown', '10.0.0.1'],
    ['proto=https', '10.0.0.1'],
  ] as const)('%s', ([header, expected]) => {
    expect(network(forwarded(1), '10.0.0.1', { forwarded: header })).toBe(expected);
  });

  test('are not believed about X-Forwarded-For, which they pass on from clients; nor the other way round', () => {
    const headers = { 'x-forwarded-for': '203.0.113.66', forwarded: 'for=192.0.2.1' };
    expect(network(forwarded(1), '10.0.0.1', headers)).toBe('192.0.2.1');
    expect(network(hops(1), '10.0.0.1', headers)).toBe('203.0.113.66');
  });
});
