import type { Answer } from './answer-reader.ts';
import { openConnection } from './connection.ts';

/** One connection, for what is asked one after another. */
export interface SequentialClient extends Disposable {
  /** @returns the answer, with a body that holds until the next. */
  ask(request: Buffer): Promise<Answer>;
}

export const openClient = async (port: number): Promise<SequentialClient> => {
  let waiting: PromiseWithResolvers<Answer> | undefined;
  const connection = await openConnection(port, (error) => waiting?.reject(error));
  connection.take = (answer) => waiting?.resolve(answer);
  return {
    ask: (request) => {
      waiting = Promise.withResolvers<Answer>();
      connection.send(request);
      return waiting.promise;
    },
    [Symbol.dispose]: () => connection.close(),
  };
};

/** Asks once. */
export const askOnce = async (port: number, request: Buffer): Promise<Answer> => {
  using client = await openClient(port);
  return await client.ask(request);
};
