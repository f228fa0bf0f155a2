import type { IncomingMessage, ServerResponse } from 'node:http';

/** Something the server needs in order to answer. Rejects, or takes longer than {@link checkTimeoutMs}, when it is not there. */
export interface Dependency {
  readonly name: string;
  /** Whether nothing can be answered without it. */
  readonly isNeeded: boolean;
  check(): Promise<unknown>;
}

const checkTimeoutMs = 1_000;

/** Whether it answers in time. */
export const isUp = async (check: () => Promise<unknown>): Promise<boolean> => {
  const timeout = Promise.withResolvers<false>();
  const timer = setTimeout(() => timeout.resolve(false), checkTimeoutMs);
  try {
    return await Promise.race([check().then(() => true), timeout.promise]);
  } catch {
    return false; // the dependency logs its own failures; a probe only wants to know
  } finally {
    clearTimeout(timer);
  }
};

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
};

export interface HealthOptions {
  readonly dependencies: readonly Dependency[];
  /** True from the moment the server was told to stop: load balancers should send nobody any more. */
  readonly isStopping: () => boolean;
}

/**
 * `/health`: the process lives (200). `/ready`: it can answer requests (200), or not (503), with the state of each
 * dependency, also of those that it can do without.
 * @returns whether the request was one of these and has been answered.
 */
export const createHealthProbes =
  ({ dependencies, isStopping }: HealthOptions) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = request.url?.split('?', 1)[0];
    if (path === '/health') {
      answer(response, 200, { status: 'up' });
      return true;
    }
    if (path !== '/ready') return false;
    const states = await Promise.all(
      dependencies.map(async (dependency) => ({
        ...dependency,
        state: (await isUp(() => dependency.check())) ? 'up' : 'down',
      })),
    );
    const ready = !isStopping() && states.every(({ isNeeded, state }) => state === 'up' || !isNeeded);
    const status = isStopping() ? 'stopping' : ready ? 'ready' : 'not ready';
    answer(response, ready ? 200 : 503, {
      status,
      dependencies: Object.fromEntries(states.map(({ name, state }) => [name, state])),
    });
    return true;
  };
