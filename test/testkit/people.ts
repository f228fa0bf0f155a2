import { Login, Refresh, Register, VerifyEmail } from './account-documents.ts';
import type { RunningApp } from './app.ts';
import { createClient, type Answer, type Client } from './client.ts';
import type { LoginMutation } from './generated/graphql.ts';
import { tokenIn, type Mailbox } from './mailbox.ts';

export type Tokens = LoginMutation['login']['tokens'];

/** Somebody on one device. */
export interface Device {
  readonly tokens: Tokens;
  readonly user: LoginMutation['login']['user'];
  readonly client: Client;
}

export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
export const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** What somebody sends who has this token. */
export const clientWith = (url: string, { accessToken }: Pick<Tokens, 'accessToken'>): Client =>
  createClient(url, { authorization: `Bearer ${accessToken}` });

export interface SignInOptions {
  readonly email: string;
  readonly password: string;
  readonly rememberMe?: boolean;
  readonly userAgent?: string;
}

/** @throws Error that shows the errors when it is refused. */
export const signIn = async (
  { url, client }: Pick<RunningApp, 'url' | 'client'>,
  { userAgent = firefox, rememberMe = false, email, password }: SignInOptions,
): Promise<Device> => {
  const { login } = await client.query(
    Login,
    { input: { email, password, rememberMe } },
    { headers: { 'user-agent': userAgent } },
  );
  return { ...login, client: clientWith(url, login.tokens) };
};

/** The next tokens of a device. */
export const refreshed = async ({ client }: Pick<RunningApp, 'client'>, { refreshToken }: Tokens) =>
  (await client.query(Refresh, { refreshToken })).refresh.tokens;

/** Asks for an account, opens the mailed link, and has it. */
export const getAccount = async (
  { client }: Pick<RunningApp, 'client'>,
  mailbox: Mailbox,
  who: { readonly email: string; readonly password: string; readonly name: string },
): Promise<void> => {
  await client.query(Register, { input: who });
  await client.query(VerifyEmail, { token: tokenIn(await mailbox.next(who.email), 'verify-email') });
};

/** Status and error codes. */
export const outcomeOf = ({ status, body }: Answer<unknown>) => ({
  status,
  codes: (body.errors ?? []).map(({ extensions }) => extensions?.['code']),
});
