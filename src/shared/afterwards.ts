import { AsyncLocalStorage } from 'node:async_hooks';

/** What is left to be done of one operation, in its order. */
class Rest {
  readonly tasks: (() => void)[] = [];
  isOpen = true;
}

const current = new AsyncLocalStorage<Rest>();

/**
 * Does something once the operation under way has ended and all that it wrote is acknowledged; at once outside of any.
 * @param task must not throw.
 */
export const afterwards = (task: () => void): void => {
  const rest = current.getStore();
  if (rest?.isOpen === true) rest.tasks.push(task);
  else task();
};

/**
 * Runs an operation, and then what it left to {@link afterwards}.
 * @param run resolves when what was written is acknowledged. When it rejects, that is not known, and nothing is done.
 */
export const withAfterwards = async <T>(run: () => Promise<T>): Promise<T> => {
  const rest = new Rest();
  try {
    const value = await current.run(rest, run);
    for (const task of rest.tasks) task();
    return value;
  } finally {
    // What goes on in its context is no part of it any more.
    rest.isOpen = false;
  }
};
