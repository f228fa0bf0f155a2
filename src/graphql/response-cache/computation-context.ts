import { createAnswerLife, type DecidedLife } from '../../shared/answer-life.ts';
import type { Viewer, ViewerSeam } from '../../shared/viewer.ts';
import type { Audience } from '../../cache/entry.ts';
import type { Context } from '../context.ts';

/** The context of one computation, which knows what of the request the computation has looked at. */
export interface ComputationContext {
  readonly context: Context;
  /** Who may have the answer, by what was looked at so far. */
  audience(isPrivate: boolean): Audience;
  /** Why the answer may not be kept: it looked at something of the request that no key holds. */
  readonly taints: readonly string[];
  /** What resolvers decided about how long it may be kept. */
  readonly life: Pick<DecidedLife, 'endsAtMs' | 'factor'>;
}

/** Whom an answer belongs to: guards go by roles, so the same person with other roles is somebody else. */
export const viewerKey = ({
  id,
  roles,
}: {
  readonly id: string;
  readonly roles: readonly string[];
}): string => JSON.stringify([id, ...roles.toSorted()]);

/**
 * Wraps a context for a computation whose answer may be kept.
 *
 * @param request the context that the request was given.
 * @param own what the modules made for this computation alone: their reads are tracked, so looking at them taints nothing.
 * @param viewer whoever asks; looking is what makes an answer theirs.
 */
export const createComputationContext = (
  request: Context,
  own: object,
  viewer: Viewer | undefined,
): ComputationContext => {
  const taints = new Set<string>();
  let looked = false;
  const seam: ViewerSeam = {
    look: () => {
      looked = true;
      return viewer;
    },
    session: () => {
      taints.add('it looked at the session');
      return request.viewer.session();
    },
  };
  const life = createAnswerLife();
  const harmless: ReadonlySet<PropertyKey> = new Set(['viewer', 'log', 'life', ...Object.keys(own)]);
  /** Headers, addresses, the request's id: whatever is not known to be harmless makes the answer unkeepable. */
  const taintBy = (property: PropertyKey): void => {
    if (!harmless.has(property)) taints.add(`it looked at context.${String(property)}`);
  };
  return {
    life,
    context: new Proxy(
      { ...request, ...own, viewer: seam, life },
      {
        get: (target, property) => {
          taintBy(property);
          return Reflect.get(target, property) as unknown;
        },
        has: (target, property) => {
          taintBy(property);
          return Reflect.has(target, property);
        },
        getOwnPropertyDescriptor: (target, property) => {
          taintBy(property);
          return Reflect.getOwnPropertyDescriptor(target, property);
        },
      },
    ),
    audience: (isPrivate) => {
      if (!looked && !isPrivate) return 'everyone';
      return viewer ? { viewerId: viewerKey(viewer) } : 'anonymous';
    },
    get taints() {
      return [...taints];
    },
  };
};
