import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';

/** Slow on purpose, and much of it at once would stop everything else. */
export interface PasswordHashing {
  /** @returns a PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  hash(password: string): Promise<string>;
  /**
   * @param phc `undefined` where there is nobody to compare with: it takes as long, and the answer is no.
   * @throws Error for what is no PHC string of Argon2id.
   */
  verify(password: string, phc: string | undefined): Promise<boolean>;
}

/** What OWASP recommends for Argon2id. */
const memoryKib = 19_456;
const passes = 2;
const lanes = 1;
const saltBytes = 16;
const tagBytes = 32;

interface Hashed {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const write = ({ memory, passes: t, parallelism, salt, tag }: Hashed): string =>
  `$argon2id$v=19$m=${memory},t=${t},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;

const phcPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

const read = (phc: string): Hashed => {
  const [, memory, t, parallelism, salt, tag] = phcPattern.exec(phc) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('Expected a PHC string of Argon2id.');
  return {
    memory: Number(memory),
    passes: Number(t),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
};

/** The same text typed on different keyboards is the same password. */
const derive = (password: string, { memory, passes: t, parallelism, salt, tag }: Hashed): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parameters = {
      message: password.normalize('NFKC'),
      nonce: salt,
      parallelism,
      tagLength: tag.byteLength,
      memory,
      passes: t,
    };
    argon2('argon2id', parameters, (error, derived) => {
      if (error) reject(error);
      else resolve(derived);
    });
  });

/** Lets so many in at once; the others wait in a line. */
const createTurnstile = (places: number) => {
  let free = places;
  const line: (() => void)[] = [];
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => line.push(enter));
    try {
      return await run();
    } finally {
      const next = line.shift();
      if (next) next();
      else free += 1;
    }
  };
};

const fresh = (tag: Buffer): Hashed => ({
  memory: memoryKib,
  passes,
  parallelism: lanes,
  salt: randomBytes(saltBytes),
  tag,
});

/** @param atOnce how many hashes may be made at the same time; by default as many as there are cores. */
export const createPasswordHashing = (atOnce = availableParallelism()): PasswordHashing => {
  const turnstile = createTurnstile(atOnce);
  /** No password is known that leads to it. */
  const nobodys = write(fresh(randomBytes(tagBytes)));
  return {
    hash: (password) =>
      turnstile(async () => {
        const parameters = fresh(Buffer.alloc(tagBytes));
        return write({ ...parameters, tag: await derive(password, parameters) });
      }),
    verify: (password, phc = nobodys) =>
      turnstile(async () => {
        const known = read(phc);
        return timingSafeEqual(await derive(password, known), known.tag);
      }),
  };
};
