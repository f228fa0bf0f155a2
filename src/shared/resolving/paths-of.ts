/**
 * Makes, of a table from fields to paths of the record, what tells the paths that a selection needs. The same selection has the
 * same list of paths, so that what is made of one is made once.
 */
export const pathsOf = <Path extends string>(table: Readonly<Record<string, readonly Path[]>>) => {
  const known = new WeakMap<ReadonlySet<string>, readonly Path[]>();
  return (selected: ReadonlySet<string>): readonly Path[] => {
    let paths = known.get(selected);
    if (!paths) {
      paths = [...new Set([...selected].flatMap((field) => table[field] ?? []))];
      known.set(selected, paths);
    }
    return paths;
  };
};
