import type { ExecutionResult } from 'graphql';
import type { TypedDocumentString } from './generated/graphql.ts';

export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ExecutionResult<Data, { responseCache?: { hit?: boolean } }>;
}

export interface RequestOptions {
  readonly headers?: Record<string, string>;
}

export interface Client {
  /** Sends an operation, as any client would: over HTTP. */
  send<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Answer<Data>>;
  /**
   * The data of an operation.
   * @throws Error that shows the errors, if there are any.
   */
  query<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Data>;
}

/** @param headers sent with every request. */
export const createClient = (url: string, headers: Record<string, string> = {}): Client => {
  const post = async <Data>(
    query: string,
    variables: unknown,
    options?: RequestOptions,
  ): Promise<Answer<Data>> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...options?.headers },
      body: JSON.stringify({ query, variables }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Answer<Data>['body'],
    };
  };
  return {
    send: (document, variables, options) => post(document.toString(), variables, options),
    query: async <Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
      options?: RequestOptions,
    ) => {
      const { body } = await post<Data>(document.toString(), variables, options);
      if (body.errors || !body.data) throw new Error(`The answer has errors: ${JSON.stringify(body.errors)}`);
      return body.data;
    },
  };
};
