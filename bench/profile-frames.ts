import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** A function as it is shown: where it belongs, and its name. */
export interface Frame {
  /** A package, `node`, `v8`, or the first folders of this repository, as in `src/tracking`. */
  readonly group: string;
  readonly label: string;
}

/** Frames of one function that were called from the same place. Times are microseconds. */
export interface FrameTree {
  readonly frame: Frame;
  readonly children: Map<string, FrameTree>;
  selfUs: number;
  totalUs: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)(.*)$/;

/** Not work for requests: waiting for input, what V8 does not tell, and the recording itself. */
const idle = new Set(['(idle)', '(root)', '(program)']);
const recorder = 'bench/profile-server.ts';

const frameOf = ({ functionName, url, lineNumber }: Profiler.ProfileNode['callFrame']): Frame => {
  const name = functionName || '(anonymous)';
  if (url === '') return { group: 'v8', label: name };
  if (url.startsWith('node:')) return { group: 'node', label: `${name} ${url}` };
  const file = url.startsWith('file:') ? fileURLToPath(url) : url;
  const [, packageName, path] = inPackage.exec(file) ?? [];
  if (packageName !== undefined) {
    return { group: packageName, label: `${name} ${packageName}/${path}:${lineNumber + 1}` };
  }
  // Code that a library made at run time has no file, or a name of its own.
  const own = file.startsWith(root) ? file.slice(root.length) : 'generated';
  return {
    group: own.split('/').slice(0, 2).join('/'),
    label: own === 'generated' ? `${name} (generated code)` : `${name} ${own}:${lineNumber + 1}`,
  };
};

const treeOf = (frame: Frame): FrameTree => ({ frame, children: new Map(), selfUs: 0, totalUs: 0 });

/** Runs of node's own frames are one: how node calls itself is not ours to change. */
const merges = (parent: FrameTree, { group }: Frame): boolean =>
  group === 'node' && parent.frame.group === 'node';

/** The samples of a profile as a tree of calls, without the time that nothing was done. */
export const frameTree = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): FrameTree => {
  const parents = new Map<number, number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id);

  const tree = treeOf({ group: 'all', label: 'all' });
  const places = new Map<number, FrameTree>();
  const placeOf = (id: number): FrameTree => {
    const known = places.get(id);
    if (known) return known;
    const parentId = parents.get(id);
    const node = byId.get(id);
    if (parentId === undefined || !node) return tree;
    const parent = placeOf(parentId);
    const frame = frameOf(node.callFrame);
    let place = parent;
    if (!merges(parent, frame)) {
      place = parent.children.get(frame.label) ?? treeOf(frame);
      parent.children.set(frame.label, place);
    }
    places.set(id, place);
    return place;
  };

  for (const [index, id] of samples.entries()) {
    const name = byId.get(id)?.callFrame.functionName ?? '';
    if (!idle.has(name)) placeOf(id).selfUs += timeDeltas[index] ?? 0;
  }
  const total = (place: FrameTree): number => {
    place.totalUs = place.selfUs;
    for (const child of place.children.values()) place.totalUs += total(child);
    return place.totalUs;
  };
  const forget = (place: FrameTree): void => {
    for (const [label, child] of place.children) {
      if (child.frame.group === recorder) place.children.delete(label);
      else forget(child);
    }
  };
  forget(tree);
  total(tree);
  return tree;
};
