import type { FrameTree } from './profile-frames.ts';

const add = (sums: Map<string, number>, name: string, us: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + us);
};

/** Time by name: alone, and with all that it called. What calls itself counts once. */
const sumsOf = (tree: FrameTree, nameOf: (place: FrameTree) => string) => {
  const self = new Map<string, number>();
  const inclusive = new Map<string, number>();
  const walk = (place: FrameTree, above: ReadonlySet<string>): void => {
    const name = nameOf(place);
    add(self, name, place.selfUs);
    if (!above.has(name)) add(inclusive, name, place.totalUs);
    const within = new Set(above).add(name);
    for (const child of place.children.values()) walk(child, within);
  };
  for (const child of tree.children.values()) walk(child, new Set());
  return { self, inclusive };
};

const table = (
  title: string,
  sums: ReadonlyMap<string, number>,
  allUs: number,
  rounds: number,
  rows: number,
) => [
  '',
  title,
  ...[...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, rows)
    .map(
      ([name, us]) =>
        `${(us / rounds).toFixed(1).padStart(8)} µs ${((100 * us) / allUs).toFixed(1).padStart(5)} %  ${name}`,
    ),
];

/**
 * Where the time of one request goes, by package and by function.
 * @param grownBytes of the old space, which is collected the sooner, and for tens of milliseconds, the more it grows
 */
export const report = (
  tree: FrameTree,
  requests: number,
  rows: number,
  grownBytes: number | undefined,
): string => {
  const grown =
    grownBytes === undefined ? 'was collected' : `grew by ${(grownBytes / requests).toFixed(1)} bytes each`;
  const groups = sumsOf(tree, ({ frame }) => frame.group);
  const functions = sumsOf(tree, ({ frame }) => frame.label);
  return [
    `${requests} requests, ${(tree.totalUs / requests).toFixed(0)} µs each; the old space ${grown}`,
    ...table('Alone, by package', groups.self, tree.totalUs, requests, rows),
    ...table('With what it called, by package', groups.inclusive, tree.totalUs, requests, rows),
    ...table('Alone, by function', functions.self, tree.totalUs, requests, rows),
    ...table('With what it called, by function', functions.inclusive, tree.totalUs, requests, rows),
    '',
  ].join('\n');
};
