/** Where Redis is, as `REDIS_URL` says it. */
export type RedisAddress =
  | { readonly kind: 'single'; readonly url: string }
  | (Access & {
      readonly kind: 'sentinel';
      readonly nodes: readonly RedisNode[];
      readonly master: string;
      readonly db: number;
    })
  | (Access & { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[] });

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

interface Access {
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isTls: boolean;
}

const defaultPorts = { sentinel: 26_379, cluster: 6_379 } as const;

const pattern = /^redis(s?)\+(sentinel|cluster):\/\/(?:([^@/]*)@)?([^@/]+)(?:\/(.*))?$/;

const nodeOf = (text: string, otherwise: number): RedisNode | undefined => {
  const [, bracketed, bare, port] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? bare;
  const number = port === undefined ? otherwise : Number(port);
  return host === undefined || number < 1 || number > 65_535 ? undefined : { host, port: number };
};

const decoded = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : decodeURIComponent(text);

/** `user:password`; a name alone is a user. */
const accessOf = (userinfo: string | undefined, isTls: boolean): Access => {
  const [username, password] = (userinfo ?? '').split(/:(.*)/s, 2);
  return { username: decoded(username), password: decoded(password), isTls };
};

/**
 * Reads `redis://…` and `rediss://…` for one server, `redis+sentinel://user:password@host:26379,host:26379/master/0` for one that
 * Sentinels name, and `redis+cluster://user:password@host:6379,host:6379` for a Cluster; the last two with `rediss+` for TLS.
 * @returns `undefined` for anything else.
 */
export const parseRedisAddress = (text: string): RedisAddress | undefined => {
  if (/^rediss?:\/\//.test(text)) return URL.canParse(text) ? { kind: 'single', url: text } : undefined;
  const [, tls, kind, userinfo, hosts = '', path = ''] = pattern.exec(text) ?? [];
  if (kind !== 'sentinel' && kind !== 'cluster') return undefined;
  const found = hosts.split(',').map((host) => nodeOf(host, defaultPorts[kind]));
  const nodes = found.filter((node) => node !== undefined);
  if (nodes.length < found.length) return undefined;
  let access: Access;
  try {
    access = accessOf(userinfo, tls === 's');
  } catch {
    return undefined; // what stands after a % is not hexadecimal
  }
  if (kind === 'cluster') return path === '' ? { kind, nodes, ...access } : undefined;
  const [, master, db] = /^([\w.-]+)(?:\/(\d{1,4}))?$/.exec(path) ?? [];
  return master === undefined ? undefined : { kind, nodes, master, db: Number(db ?? 0), ...access };
};
