import { createTransport } from 'nodemailer';
import type { Logger } from '../shared/logger.ts';
import type { Mail, Mailer } from '../shared/mailer.ts';

export interface MailOptions {
  /** Such as `smtps://user:password@mail.example.com`; `undefined`: mail is logged, with its text, and not sent. */
  readonly smtpUrl: string | undefined;
  /** Such as `Marquee <no-reply@example.com>`. */
  readonly from: string;
  readonly log: Logger;
}

export interface MailSender extends Mailer {
  /** Waits for the mail on its way. */
  close(): Promise<void>;
}

/** Milliseconds that a mail server has for each step. */
const stepTimeoutMs = 10_000;

export const createMailSender = ({ smtpUrl, from, log }: MailOptions): MailSender => {
  const timeouts = {
    connectionTimeout: stepTimeoutMs,
    greetingTimeout: stepTimeoutMs,
    socketTimeout: stepTimeoutMs,
  };
  const transport = smtpUrl === undefined ? undefined : createTransport({ url: smtpUrl, ...timeouts });
  const underWay = new Set<Promise<void>>();

  const deliver = async (mail: Mail): Promise<void> => {
    if (!transport) {
      log.info({ mail }, 'There is no SMTP_URL, so this mail is only logged.');
      return;
    }
    try {
      await transport.sendMail({ from, ...mail });
    } catch (error) {
      log.error({ err: error, subject: mail.subject }, 'A mail could not be sent.');
    }
  };

  return {
    send: (mail) => {
      const sending = deliver(mail);
      underWay.add(sending);
      void sending.finally(() => underWay.delete(sending));
    },
    close: async () => {
      await Promise.all(underWay);
      transport?.close();
    },
  };
};
