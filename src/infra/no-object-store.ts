import type { ObjectStore } from '../shared/object-store.ts';

const refuse = (): Promise<never> => Promise.reject(new Error('There is no store of files.'));

/** Where files are kept when nobody has set up a place for them. */
export const noObjectStore: ObjectStore = {
  uploadAddress: refuse,
  downloadAddress: refuse,
  find: refuse,
  readStart: refuse,
  remove: refuse,
  close: async () => undefined,
};
