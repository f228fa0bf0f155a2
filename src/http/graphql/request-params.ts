/** What a request asks to be executed, as it came; nothing is known of its form but that it was JSON. */
export type Params =
  | { readonly kind: 'single'; readonly params: unknown }
  /** A list of one is answered by a list of one. */
  | { readonly kind: 'batch'; readonly list: readonly unknown[] }
  | { readonly kind: 'faulty'; readonly message: string };

/** @param text the query of an address, without its question mark. */
export const paramsOfAddress = (text: string): Params => {
  const given = new URLSearchParams(text);
  const textOf = (name: string): string | undefined => given.get(name) || undefined;
  const jsonOf = (name: string): unknown => {
    const json = textOf(name);
    return json === undefined ? undefined : JSON.parse(json);
  };
  try {
    const params = {
      operationName: textOf('operationName'),
      query: textOf('query'),
      variables: jsonOf('variables'),
      extensions: jsonOf('extensions'),
    };
    return { kind: 'single', params };
  } catch {
    return { kind: 'faulty', message: 'Expected variables and extensions to be JSON.' };
  }
};

export const paramsOfBody = (body: Buffer): Params => {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return { kind: 'faulty', message: 'POST body sent invalid JSON.' };
  }
  if (Array.isArray(given)) {
    return given.every((one) => typeof one === 'object' && one !== null)
      ? { kind: 'batch', list: given }
      : { kind: 'faulty', message: 'Expected a list of objects.' };
  }
  if (typeof given !== 'object' || given === null) {
    const found = given === null ? 'null' : typeof given;
    return { kind: 'faulty', message: `POST body is expected to be object but received ${found}` };
  }
  return { kind: 'single', params: given };
};
