import type { Tag } from '../../cache/tags.ts';
import { asImage, atomically, byState, type Options, type WriteCall, type Written } from './call.ts';
import type { Image } from './image.ts';

/**
 * Runs a command that writes one document, with its image before and after, all in one transaction.
 * @param act the command itself, under a filter that names the document.
 * @param stampsOf its stamps; `after` is undefined where the document is gone.
 */
export const withImages = async (
  call: WriteCall,
  filter: unknown,
  act: (filter: unknown, options: Options) => Promise<unknown>,
  stampsOf: (before: Image, after: Image | undefined) => readonly Tag[],
): Promise<Written> => {
  const written = await atomically(call, async (options) => {
    const { session, sort, hint, collation } = options;
    const finding = Object.entries({ session, sort, hint, collation }).filter(
      ([, value]) => value !== undefined,
    );
    const before = asImage(await call.call('findOne', filter, Object.fromEntries(finding)));
    if (before === undefined) return { result: await act(filter, options), tags: undefined };
    const result = await act({ $and: [filter, { _id: before['_id'] }] }, options);
    const after = asImage(await call.call('findOne', { _id: before['_id'] }, { session }));
    return { result, tags: stampsOf(before, after) };
  });
  const { result, tags } = written;
  return tags === undefined ? byState(call, filter, result) : { result, tags };
};
