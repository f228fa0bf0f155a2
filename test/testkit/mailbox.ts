import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { waitFor } from './wait-for.ts';

export interface Letter {
  readonly from: string;
  /** In lower case. */
  readonly to: readonly string[];
  /** As it came, headers and body, its soft line ends undone. */
  readonly text: string;
}

/** A real mail server that keeps what it gets. */
export interface Mailbox extends AsyncDisposable {
  /** For `SMTP_URL`. */
  readonly url: string;
  readonly letters: readonly Letter[];
  /** The next letter to an address, when it has come; each is handed out once. */
  next(to: string): Promise<Letter>;
}

const decode = (raw: string): string =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export const startMailbox = async (): Promise<Mailbox> => {
  const letters: Letter[] = [];
  const unread: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address.toLowerCase());
        const letter = { from, to, text: /quoted-printable/i.test(raw) ? decode(raw) : raw };
        letters.push(letter);
        unread.push(letter);
        done();
      });
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: async (to) => {
      const place = () => unread.findIndex((letter) => letter.to.includes(to.toLowerCase()));
      await waitFor(() => place() !== -1, `a letter to ${to} has come`);
      const [letter] = unread.splice(place(), 1);
      if (!letter) throw new Error('The letter is gone.');
      return letter;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** The token of the only link in a letter to a page. */
export const tokenIn = ({ text }: Letter, page: string): string => {
  const [, token] = new RegExp(`https://www\\.example\\.com/${page}\\?token=([\\w-]+)`).exec(text) ?? [];
  if (token === undefined) throw new Error(`There is no link to ${page} in: ${text}`);
  return token;
};
