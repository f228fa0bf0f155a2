import type { History, Version } from './history.ts';

/** One object of which answers tell. */
export interface Subject<Value> {
  /** As answers name it. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly history: History<Value>;
}

/** What an answer shows of an object. */
export interface Shown {
  readonly id: string;
  /** The version that was shown says so itself. */
  readonly seq: number;
}

/** Something that an answer shows and that no order of the writes explains. */
export interface Violation {
  readonly kind:
    | 'superseded'
    | 'never written'
    | 'not as written'
    | 'missing'
    | 'not a member'
    | 'out of order'
    | 'shown twice'
    | 'page too long'
    | 'count'
    | 'live count'
    | 'of another viewer';
  readonly found: string;
  readonly expected: string;
  /** Whose history explains it; of a count, the objects that cannot be told from the count. */
  readonly subjects: readonly Subject<unknown>[];
}

/** How the objects of a kind look in answers. */
export interface Look<Value, Node extends Shown> {
  /** Whether all that the answer shows is as this value has it. */
  shows(value: Value, node: Node): boolean;
}

/** A list that holds those of the subjects whose value says so, in a total order. */
export interface ListRule<Value> {
  includes(value: Value): boolean;
  /** `undefined`: the order is not judged, and the list is never cut. */
  readonly compare: ((a: Value, aId: string, b: Value, bId: string) => number) | undefined;
  /** Members that a page holds at most. */
  readonly limit: number;
  /** Whether members are found by one command and shown by another, so that a later version may be shown. */
  readonly loadedApart: boolean;
}

type Versions<Value> = readonly Version<Value>[];

const describe = <Value>(versions: Versions<Value>): string =>
  versions.map(({ seq, value }) => (value === null ? `${seq} (does not exist)` : String(seq))).join(' or ');

/** Why a version that is shown may not be: because it is over, or was never there. */
const misshown = <Value>(subject: Subject<Value>, seq: number, admissible: Versions<Value>): Violation => {
  const past = subject.history.recent().find((version) => version.seq === seq);
  const known = seq < subject.history.nextSeq && (past === undefined || past.mayApply);
  return {
    kind: known ? 'superseded' : 'never written',
    found: `version ${seq} of ${subject.name}${past?.mayApply === false ? ', whose transaction was to abort' : ''}`,
    expected: `version ${describe(admissible)}`,
    subjects: [subject],
  };
};

const judgeShown = <Value, Node extends Shown>(
  subject: Subject<Value>,
  node: Node,
  admissible: Versions<Value>,
  { shows }: Look<Value, Node>,
): Violation | undefined => {
  const version = admissible.find(({ seq }) => seq === node.seq);
  if (!version || version.value === null) return misshown(subject, node.seq, admissible);
  if (shows(version.value, node)) return undefined;
  return {
    kind: 'not as written',
    found: `${subject.name} as ${JSON.stringify(node)}`,
    expected: JSON.stringify(version.value),
    subjects: [subject],
  };
};

/** @param began when the read began; it ends now. */
export const judgeEntity = <Value, Node extends Shown>(
  subject: Subject<Value>,
  node: Node | null,
  look: Look<Value, Node>,
  began: number,
): Violation | undefined => {
  const admissible = subject.history.admissible(began);
  if (node !== null) {
    if (node.id === subject.id) return judgeShown(subject, node, admissible, look);
    return {
      kind: 'never written',
      found: `the object ${node.id}`,
      expected: `${subject.name}, which is ${subject.id}`,
      subjects: [subject],
    };
  }
  if (admissible.some(({ value }) => value === null)) return undefined;
  return {
    kind: 'missing',
    found: `null for ${subject.name}`,
    expected: `version ${describe(admissible)}`,
    subjects: [subject],
  };
};

/**
 * Whether its versions put it at different places of the list, or in and out of it. A command that walks an index
 * while that happens may meet the object at both places or at none.
 */
const isMoving = <Value>(
  id: string,
  versions: Versions<Value>,
  { includes, compare }: Pick<ListRule<Value>, 'includes' | 'compare'>,
) => {
  if (versions.length === 1) return false;
  const [first, ...others] = versions.map(({ value }) => value);
  if (first === undefined) return false;
  const inside = first !== null && includes(first);
  return others.some((value) => {
    if ((value !== null && includes(value)) !== inside) return true;
    return inside && value !== null && compare !== undefined && compare(first, id, value, id) !== 0;
  });
};

const membersAmong = <Value>(
  versions: Versions<Value>,
  { includes }: Pick<ListRule<Value>, 'includes'>,
): Value[] => versions.flatMap(({ value }) => (value !== null && includes(value) ? [value] : []));

/** @param subjects all that could be in it, by their ids in answers. */
export const judgeList = <Value, Node extends Shown>(
  subjects: ReadonlyMap<string, Subject<Value>>,
  nodes: readonly Node[],
  rule: ListRule<Value>,
  look: Look<Value, Node>,
  began: number,
): Violation[] => {
  const violations: Violation[] = [];
  const seen = new Set<string>();
  /** The last one shown that is at one place for certain. */
  let before: { subject: Subject<Value>; value: Value } | undefined;
  /** Every place at which the last one shown may be. */
  let ends: readonly Value[] = [];

  for (const node of nodes) {
    const subject = subjects.get(node.id);
    if (!subject) {
      const found = `the object ${node.id}`;
      violations.push({ kind: 'never written', found, expected: 'an object that was written', subjects: [] });
      continue;
    }
    const admissible = subject.history.admissible(began);
    const moving = isMoving(subject.id, admissible, rule);
    if (seen.has(node.id) && !moving) {
      const found = `${subject.name} twice`;
      violations.push({ kind: 'shown twice', found, expected: 'once', subjects: [subject] });
    }
    seen.add(node.id);
    const wrong = judgeShown(subject, node, admissible, look);
    if (wrong) {
      violations.push(wrong);
      continue;
    }
    const members = membersAmong(admissible, rule);
    const shown = admissible.find(({ seq }) => seq === node.seq)?.value ?? null;
    if (rule.loadedApart ? members.length === 0 : shown === null || !rule.includes(shown)) {
      const found = `version ${node.seq} of ${subject.name} in the list`;
      violations.push({ kind: 'not a member', found, expected: 'not in it', subjects: [subject] });
      continue;
    }
    ends = members;
    if (moving || rule.compare === undefined || shown === null) continue;
    if (before && rule.compare(before.value, before.subject.id, shown, subject.id) > 0) {
      violations.push({
        kind: 'out of order',
        found: `${before.subject.name} before ${subject.name}`,
        expected: 'the other way round',
        subjects: [before.subject, subject],
      });
    }
    before = { subject, value: shown };
  }

  if (nodes.length > rule.limit) {
    const found = `${nodes.length} members`;
    violations.push({ kind: 'page too long', found, expected: `at most ${rule.limit}`, subjects: [] });
  }
  const lastId = nodes.at(-1)?.id;
  /** Whether the page was full before its place came: then it need not be on it. */
  const isBeyond = (value: Value, id: string): boolean => {
    const { compare, limit } = rule;
    if (compare === undefined || lastId === undefined || nodes.length < limit) return false;
    return ends.length === 0 || ends.some((end) => compare(value, id, end, lastId) > 0);
  };
  for (const [id, subject] of subjects) {
    if (seen.has(id)) continue;
    const admissible = subject.history.admissible(began);
    const members = membersAmong(admissible, rule);
    if (members.length < admissible.length || isMoving(id, admissible, rule)) continue;
    if (members.some((value) => isBeyond(value, id))) continue;
    violations.push({
      kind: 'missing',
      found: `a list without ${subject.name}`,
      expected: `${subject.name} in version ${describe(admissible)}`,
      subjects: [subject],
    });
  }
  return violations;
};

export interface CountJudging {
  /** Default `count`. */
  readonly kind?: 'count' | 'live count';
  /** By how much the count may be off. Default 0. */
  readonly slack?: number;
}

/** Judges how many of the subjects are in a list, without a look at which. */
export const judgeCount = <Value>(
  subjects: Iterable<Subject<Value>>,
  counted: number,
  rule: Pick<ListRule<Value>, 'includes' | 'compare'>,
  began: number,
  { kind = 'count', slack = 0 }: CountJudging = {},
): Violation | undefined => {
  let low = 0;
  let high = 0;
  const uncertain: Subject<Value>[] = [];
  const certain: Subject<Value>[] = [];
  for (const subject of subjects) {
    const admissible = subject.history.admissible(began);
    const members = membersAmong(admissible, rule).length;
    if (isMoving(subject.id, admissible, rule)) {
      uncertain.push(subject);
      // An index walk may meet it at two of its places.
      high += Math.min(members, 2);
    } else if (members > 0) {
      low += 1;
      high += 1;
      certain.push(subject);
    }
  }
  low = Math.max(0, low - slack);
  high += slack;
  if (counted >= low && counted <= high) return undefined;
  return {
    kind,
    found: `a count of ${counted}`,
    expected: low === high ? String(low) : `from ${low} to ${high}`,
    // What changed last is what most likely was missed.
    subjects: [...uncertain, ...subjectsByLastChange(certain)].slice(0, 3),
  };
};

const subjectsByLastChange = <Value>(subjects: readonly Subject<Value>[]): Subject<Value>[] => {
  const changedAt = ({ history }: Subject<Value>) => history.recent().at(-1)?.issuedAt ?? 0;
  return subjects.toSorted((a, b) => changedAt(b) - changedAt(a));
};

/** Judges what is shown of an object that has no number to show, such as whether somebody likes something. */
export const judgeState = <Value extends string>(
  subject: Subject<Value>,
  found: Value | null,
  began: number,
): Violation | undefined => {
  const admissible = subject.history.admissible(began);
  if (admissible.some(({ value }) => value === found)) return undefined;
  return {
    kind: 'superseded',
    found: `${subject.name}: ${found ?? 'nothing'}`,
    expected: admissible.map(({ value }) => value ?? 'nothing').join(' or '),
    subjects: [subject],
  };
};

/** Judges whose an answer is. */
export const judgeOwner = (owner: string | null, viewer: string | null): Violation | undefined =>
  owner === viewer
    ? undefined
    : {
        kind: 'of another viewer',
        found: `what belongs to ${owner ?? 'nobody'}`,
        expected: `what belongs to ${viewer ?? 'nobody'}`,
        subjects: [],
      };
