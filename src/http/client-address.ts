import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { createBoundedCache } from '../shared/bounded-cache.ts';

/** Which proxies in front are believed when they say for whom they ask, and in which header. */
export interface TrustProxy {
  readonly header: 'x-forwarded-for' | 'forwarded';
  /** So many proxies, whatever their addresses, or those with an address in one of these networks (`10.0.0.0/8`, `::1`). */
  readonly proxies: number | readonly string[];
}

/** What of a request tells where it comes from. */
export interface Sender {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: {
    readonly 'x-forwarded-for'?: string | string[] | undefined;
    readonly forwarded?: string | string[] | undefined;
  };
}

/** Where a request comes from. */
export interface ClientAddress {
  /** Without zone or port; empty when it is not known. */
  readonly address: string;
  /** As limits count it: `address:192.0.2.1`, `address:2001:db8:0:1::/64`. */
  readonly counted: string;
}

/** Characters of the addresses and headers whose meaning is remembered. */
const maxKnownCharacters = 200_000;

/** An IPv4 address in the form of IPv6 is the IPv4 address; a zone (`%eth0`) is this machine's own matter. */
const plainAddress = (text: string): string => {
  const [address = ''] = text.split('%', 1);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
};

/** The first 64 bits, which are what one customer gets of a provider (RFC 6177): who has one address has them all. */
const networkOfIpv6 = (address: string): string => {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  // Of the last 64 bits nothing is kept, so a dotted end matters only by its length.
  const right =
    tail === undefined || tail === '' ? [] : tail.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split(':');
  const zeros: string[] =
    tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};

/** What an address is counted as: itself, or its /64; `unknown` for what is none. */
export const countedNetwork = (text: string | undefined): string => {
  const address = plainAddress(text ?? '');
  if (isIPv4(address)) return address;
  return isIPv6(address) ? networkOfIpv6(address) : 'unknown';
};

/** `1.2.3.4`, `1.2.3.4:80`, `::1`, `[::1]`, `"[::1]:80"`; `undefined` for anything else, such as `unknown`. */
const addressIn = (text: string): string | undefined => {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const address = plainAddress(
    /^\[([^\]]+)\](?::\d+)?$/.exec(bare)?.[1] ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1'),
  );
  return isIP(address) === 0 ? undefined : address;
};

/** What each proxy said of whom it asks for, the farthest first. */
const forwardedFor = ({ headers }: Sender, header: TrustProxy['header']): readonly string[] => {
  const given = headers[header];
  if (given === undefined) return [];
  const members = (Array.isArray(given) ? given.join(',') : given).split(',');
  if (header === 'x-forwarded-for') return members;
  // A member without `for` is a proxy that does not say.
  return members.map((member) => /(?:^|;)\s*for=([^;]*)/i.exec(member)?.[1] ?? '');
};

/** Whether an address is one of the proxies. @throws TypeError for what is no network. */
const membershipOf = (networks: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
};

/**
 * Makes what tells where a request comes from. The same texts for the same address, whose hashes are known: they are looked
 * up with every request.
 *
 * What a header says is written by whoever sends it, so it is read from its end, which the nearest proxy wrote, and only as
 * far as those that wrote it are trusted; the first that is not is the client. A member that is no address ends the
 * reading: then the last proxy that made sense is counted.
 * @param trust `undefined`: there is no proxy; headers are not looked at.
 */
export const createClientAddress = (trust: TrustProxy | undefined): ((sender: Sender) => ClientAddress) => {
  const known = createBoundedCache<ClientAddress>(maxKnownCharacters);
  const remembered = (key: string, read: () => string): ClientAddress => {
    let client = known.get(key);
    if (client === undefined) {
      const address = read();
      client = { address, counted: `address:${countedNetwork(address)}` };
      known.set(key, client);
    }
    return client;
  };
  if (!trust) {
    return ({ socket: { remoteAddress = '' } }) =>
      remembered(remoteAddress, () => plainAddress(remoteAddress));
  }

  const { header, proxies } = trust;
  const isMember = typeof proxies === 'number' ? undefined : membershipOf(proxies);
  const isTrusted = (address: string, place: number): boolean =>
    typeof proxies === 'number' ? place < proxies : (isMember?.(address) ?? false);

  const clientOf = (sender: Sender): string => {
    let client = plainAddress(sender.socket.remoteAddress ?? '');
    for (const [place, said] of forwardedFor(sender, header).toReversed().entries()) {
      if (!isTrusted(client, place)) break;
      const address = addressIn(said);
      if (address === undefined) break;
      client = address;
    }
    return client;
  };
  return (sender) => {
    const key = `${sender.socket.remoteAddress ?? ''}\n${String(sender.headers[header] ?? '')}`;
    return remembered(key, () => clientOf(sender));
  };
};
