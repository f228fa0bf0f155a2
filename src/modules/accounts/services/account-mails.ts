import type { Mail } from '../../../shared/mailer.ts';

/** The letters of this domain. */
export interface AccountMails {
  /** With the link that makes the account. */
  confirmation(to: string, name: string, token: string): Mail;
  /** To somebody who asks for an account that they have. */
  accountExists(to: string): Mail;
  passwordReset(to: string, token: string): Mail;
  passwordChanged(to: string): Mail;
}

/** @param webUrl where the pages are that the links lead to. */
export const createAccountMails = (webUrl: string): AccountMails => {
  const link = (page: string, token: string) => `${webUrl}/${page}?token=${token}`;
  return {
    confirmation: (to, name, token) => ({
      to,
      subject: 'Confirm your address',
      text: `Hello ${name},

someone, hopefully you, asked for an account with this address. Open this link within a day to make it:

${link('verify-email', token)}

If it was not you, do nothing: then there will be no account.
`,
    }),
    accountExists: (to) => ({
      to,
      subject: 'You have an account already',
      text: `Hello,

someone, hopefully you, asked for an account with this address, which has one already. Sign in with it, or ask
for a new password if you do not know yours any more:

${webUrl}/forgot-password

If it was not you, do nothing: nobody was told that the account exists.
`,
    }),
    passwordReset: (to, token) => ({
      to,
      subject: 'Set a new password',
      text: `Hello,

someone, hopefully you, wants to set a new password for this account. Open this link within an hour to do so:

${link('reset-password', token)}

If it was not you, do nothing: your password stays as it is.
`,
    }),
    passwordChanged: (to) => ({
      to,
      subject: 'Your password was changed',
      text: `Hello,

the password of your account was changed just now, and other devices were signed out. If it was not you, set a new
one at once:

${webUrl}/forgot-password
`,
    }),
  };
};
