/** For requests that no typed client would send. */

export interface UntypedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface UntypedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As it came; empty when there was none. */
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly UntypedError[];
  readonly hit: boolean | undefined;
}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly UntypedError[];
  readonly extensions?: { readonly responseCache?: { readonly hit?: boolean } };
}

const bodyOf = (text: string): Body => {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
};

/** Sends any HTTP request and reads the answer as GraphQL, if it is. */
export const sendRaw = async (url: string, init: RequestInit = {}): Promise<UntypedAnswer> => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const { data, errors = [], extensions } = bodyOf(text);
  const { status, headers } = response;
  return { status, headers, text, data, errors, hit: extensions?.responseCache?.hit };
};

/** Posts a document that is not checked against the schema, such as one that a test makes up as it goes. */
export const sendText = (
  url: string,
  query: string,
  variables?: unknown,
  headers: Record<string, string> = {},
): Promise<UntypedAnswer> =>
  sendRaw(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

export const codesOf = ({ errors }: { readonly errors: readonly UntypedError[] }): (string | undefined)[] =>
  errors.map(({ extensions }) => extensions?.code);
