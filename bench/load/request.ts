/** A request of an API client, complete but for the server that it goes to. */
export interface RequestParts {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
  readonly authorization?: string;
  /** Ours answers past its cache, as operators may ask. */
  readonly pastTheCache?: boolean;
  /** For a conditional GET. */
  readonly ifNoneMatch?: string;
}

/** What a client of today sends that uses GraphQL over HTTP, and that asks for no compression. */
const commonHead = (parts: RequestParts): string[] => [
  'Host: 127.0.0.1',
  'User-Agent: marquee-bench',
  'Accept: application/graphql-response+json,application/json;q=0.9',
  ...(parts.authorization === undefined ? [] : [`Authorization: ${parts.authorization}`]),
  ...(parts.pastTheCache ? ['Cache-Bypass: 1'] : []),
  ...(parts.ifNoneMatch === undefined ? [] : [`If-None-Match: ${parts.ifNoneMatch}`]),
];

export const postRequest = (parts: RequestParts): Buffer => {
  const { query, variables, operationName } = parts;
  const body = JSON.stringify({ operationName, query, variables });
  const head = [
    'POST /graphql HTTP/1.1',
    ...commonHead(parts),
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
};

export const getRequest = (parts: RequestParts): Buffer => {
  const { query, variables, operationName } = parts;
  const search = new URLSearchParams({
    query: query.replaceAll(/\s+/g, ' ').trim(),
    ...(operationName !== undefined && { operationName }),
    ...(variables && { variables: JSON.stringify(variables) }),
  });
  const head = [`GET /graphql?${search.toString()} HTTP/1.1`, ...commonHead(parts)];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
};
