import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createPasswordHashing } from '../../../src/modules/accounts/services/password-hashing.ts';

const argon2 = vi.spyOn(crypto, 'argon2');
syncBuiltinESMExports();
afterAll(() => {
  argon2.mockRestore();
  syncBuiltinESMExports();
});

const hashing = createPasswordHashing();

describe('a hash', () => {
  test('is a PHC string of Argon2id, of another salt each time', async () => {
    const [one, other] = await Promise.all([hashing.hash('secret'), hashing.hash('secret')]);
    for (const phc of [one, other])
      expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
  });

  test('is of the password, of no other, and of nobody', async () => {
    const phc = await hashing.hash('Größe ①');
    expect(await hashing.verify('Größe ①', phc)).toBe(true);
    // The same text, typed otherwise.
    expect(await hashing.verify('Größe ①'.normalize('NFD'), phc)).toBe(true);
    expect(await hashing.verify('größe ①', phc)).toBe(false);
    expect(await hashing.verify('Größe ①', undefined)).toBe(false);
  });

  test('of another program, with other parameters, is understood', async () => {
    // The test vector of the reference implementation (phc-winner-argon2, test.c): "password", "somesalt", t=2, m=2^16, p=1.
    const phc = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await hashing.verify('password', phc)).toBe(true);
    expect(await hashing.verify('Password', phc)).toBe(false);
  });

  test.for(['', 'secret', '$2b$12$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=1,t=1,p=1$YQ$YQ'])(
    'that is %j is a defect',
    async (phc) => {
      await expect(hashing.verify('secret', phc)).rejects.toThrow('Expected a PHC string of Argon2id.');
    },
  );
});

test('no more are made at once than told, and each in its turn', async () => {
  const finish: (() => void)[] = [];
  argon2.mockImplementation((_algorithm, _parameters, done) => {
    finish.push(() => done(null, Buffer.alloc(32)));
  });
  try {
    const two = createPasswordHashing(2);
    const hashes = Array.from({ length: 5 }, () => two.hash('secret'));
    const underWay: number[] = [];
    for (let ended = 0; ended < 5; ended += 1) {
      await vi.waitFor(() => expect(finish.length).toBe(Math.min(ended + 2, 5)));
      underWay.push(finish.length - ended);
      finish[ended]?.();
      await hashes[ended];
    }
    expect(underWay).toEqual([2, 2, 2, 2, 1]);
  } finally {
    argon2.mockReset();
  }
});
