import { unkeptLife } from '../../shared/answer-life.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Context, OperationDomains } from '../context.ts';
import { createViewerSeam } from '../viewer.ts';

/** The context of an operation that nobody sent. What it looks for beyond this, such as headers, makes its answer unkeepable. */
export const nobodysContext = (forOperation: () => object, log: Logger, requestId: string): Context => {
  const client = { address: '', network: '', userAgent: '' };
  return {
    ...(forOperation() as OperationDomains & Pick<Context, 'admin'>),
    requestId,
    log,
    viewer: createViewerSeam(undefined),
    client,
    life: unkeptLife,
    exchange: { viewer: undefined, client, address: '', mayExplain: false },
  };
};
