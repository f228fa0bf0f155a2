import { describe, expect, test } from 'vitest';
import { History, type Life } from './history.ts';
import {
  judgeCount,
  judgeEntity,
  judgeList,
  judgeOwner,
  judgeState,
  type ListRule,
  type Look,
  type Subject,
} from './judge.ts';

interface Value {
  readonly group: string;
  readonly rank: number;
}
interface Node extends Value {
  readonly id: string;
  readonly seq: number;
}

const look: Look<Value, Node> = {
  shows: (value, node) => value.group === node.group && value.rank === node.rank,
};
const inA: ListRule<Value> = {
  includes: ({ group }) => group === 'a',
  compare: (a, aId, b, bId) => a.rank - b.rank || aId.localeCompare(bId),
  limit: 10,
  loadedApart: false,
};

const world = (values: Readonly<Record<string, Value | null>>) => {
  let time = 0;
  const clock = () => (time += 1);
  const life: Life = { name: 'A1', goneAt: undefined, unsettled: 0 };
  const subjects = new Map<string, Subject<Value>>(
    Object.entries(values).map(([id, value]) => [
      id,
      { id, name: id, history: new History(value, clock, () => 0) },
    ]),
  );
  const subject = (id: string): Subject<Value> => {
    const found = subjects.get(id);
    if (!found) throw new RangeError(`expected one of ${[...subjects.keys()].join(', ')}, but got ${id}`);
    return found;
  };
  const node = (id: string, seq: number, value: Value): Node => ({ id, seq, ...value });
  /** As it is at the start. */
  const first = (id: string): Node => node(id, 0, values[id] ?? { group: '', rank: 0 });
  const issue = (id: string, value: Value | null, mayApply = true) =>
    subject(id).history.issue({ value, fenced: true, mayApply, what: '' }, [life]);
  const acknowledge = (id: string, version: ReturnType<typeof issue>) => {
    for (const attempt of version.attempts) subject(id).history.settle(version, attempt, 'acknowledged');
  };
  return {
    subjects,
    subject,
    node,
    first,
    issue,
    clock,
    write: (id: string, value: Value | null, mayApply = true) => acknowledge(id, issue(id, value, mayApply)),
    list: (nodes: readonly Node[], rule = inA) =>
      judgeList(subjects, nodes, rule, look, clock()).map(({ kind, subjects: [about] }) => [kind, about?.id]),
    entity: (id: string, shown: Node | null) => judgeEntity(subject(id), shown, look, clock())?.kind,
    count: (counted: number) => judgeCount(subjects.values(), counted, inA, clock())?.expected,
  };
};

const at = (rank: number, group = 'a'): Value => ({ group, rank });

describe('an object', () => {
  test('is right in its acknowledged version only', () => {
    const { write, entity, first, node } = world({ x: at(1) });
    write('x', at(2));
    expect(entity('x', node('x', 1, at(2)))).toBeUndefined();
    expect(entity('x', first('x'))).toBe('superseded');
    expect(entity('x', null)).toBe('missing');
  });

  test('must be seen once its creation was acknowledged, and not before', () => {
    const { write, entity, node } = world({ x: null });
    expect(entity('x', null)).toBeUndefined();
    expect(entity('x', node('x', 1, at(1)))).toBe('never written');
    write('x', at(1));
    expect(entity('x', null)).toBe('missing');
  });

  test('may not be seen as an aborted transaction left it', () => {
    const { write, entity, node } = world({ x: at(1) });
    write('x', at(2), false);
    expect(entity('x', node('x', 1, at(2)))).toBe('never written');
  });

  test('must show what its version says', () => {
    const { entity, node } = world({ x: at(1) });
    expect(entity('x', node('x', 0, at(7)))).toBe('not as written');
  });

  test('must be the one that was asked for', () => {
    const { entity, first } = world({ x: at(1), y: at(2) });
    expect(entity('x', first('y'))).toBe('never written');
  });
});

describe('a list', () => {
  test('shows every member, and nobody else', () => {
    const { list, first } = world({ x: at(1), y: at(2), z: at(3, 'b'), absent: null });
    expect(list([first('x'), first('y')])).toEqual([]);
    expect(list([first('x')])).toEqual([['missing', 'y']]);
    expect(list([first('x'), first('y'), first('z')])).toEqual([['not a member', 'z']]);
  });

  test('loses who has moved, and gains who has come', () => {
    const { list, write, first, node } = world({ x: at(1), y: at(2, 'b') });
    write('x', at(1, 'b'));
    write('y', at(2));
    expect(list([node('y', 1, at(2))])).toEqual([]);
    expect(list([first('x')])).toEqual([
      ['superseded', 'x'],
      ['missing', 'y'],
    ]);
  });

  test('may or may not show who is on the move', () => {
    const { list, issue, first, node } = world({ x: at(1), y: at(2) });
    issue('y', at(2, 'b'));
    expect(list([first('x')])).toEqual([]);
    expect(list([first('x'), first('y')])).toEqual([]);
    expect(list([first('x'), node('y', 1, at(2, 'b'))])).toEqual([['not a member', 'y']]);
  });

  test('must show who is written to and stays in place', () => {
    const { list, issue } = world({ x: at(1) });
    issue('x', at(1));
    expect(list([])).toEqual([['missing', 'x']]);
  });

  test('is in order', () => {
    const { list, first } = world({ x: at(1), y: at(2) });
    expect(list([first('y'), first('x')])).toEqual([['out of order', 'y']]);
  });

  test('shows nobody twice', () => {
    const { list, first } = world({ x: at(1) });
    expect(list([first('x'), first('x')])).toEqual([['shown twice', 'x']]);
  });

  test('leaves out, on a full page, only those who come later', () => {
    const { list, first } = world({ x: at(1), y: at(2), z: at(3) });
    const page = { ...inA, limit: 2 };
    expect(list([first('x'), first('y')], page)).toEqual([]);
    expect(list([first('x'), first('z')], page)).toEqual([['missing', 'y']]);
    expect(list([first('x')], page)).toEqual([
      ['missing', 'y'],
      ['missing', 'z'],
    ]);
    expect(list([first('x'), first('y'), first('z')], page)).toEqual([['page too long', undefined]]);
  });

  test('that is found and loaded apart may show a later version of a member', () => {
    const { list, issue, node } = world({ x: at(1) });
    issue('x', at(1, 'b'));
    const later = [node('x', 1, at(1, 'b'))];
    expect(list(later)).toEqual([['not a member', 'x']]);
    expect(list(later, { ...inA, loadedApart: true })).toEqual([]);
  });

  test('shows nothing that nobody wrote', () => {
    const { list, node } = world({});
    expect(list([node('ghost', 0, at(1))])).toEqual([['never written', undefined]]);
  });
});

describe('a count', () => {
  test('is exact when nothing is under way', () => {
    const { count } = world({ x: at(1), y: at(2), z: at(3, 'b'), absent: null });
    expect(count(2)).toBeUndefined();
    expect(count(1)).toBe('2');
    expect(count(3)).toBe('2');
  });

  test('lies between those who are members for certain and those who may be', () => {
    const { count, issue } = world({ x: at(1), y: at(2), absent: null });
    issue('y', at(2, 'b'));
    issue('absent', at(3));
    expect(count(1)).toBeUndefined();
    expect(count(3)).toBeUndefined();
    expect(count(0)).toBe('from 1 to 3');
    expect(count(4)).toBe('from 1 to 3');
  });
});

test('what belongs to a viewer is for that viewer alone', () => {
  expect(judgeOwner('ann', 'ann')).toBeUndefined();
  expect(judgeOwner(null, null)).toBeUndefined();
  expect(judgeOwner('ann', 'bob')?.kind).toBe('of another viewer');
  expect(judgeOwner('ann', null)?.kind).toBe('of another viewer');
});

describe('a count that is kept apart', () => {
  test('is judged as any other, and told apart', () => {
    const { subjects, write, clock } = world({ x: at(1), y: at(2) });
    write('y', at(2, 'b'));
    const judge = (counted: number, slack?: number) =>
      judgeCount(subjects.values(), counted, inA, clock(), {
        kind: 'live count',
        ...(slack !== undefined && { slack }),
      });
    expect(judge(1)).toBeUndefined();
    expect(judge(2)).toMatchObject({ kind: 'live count', expected: '1' });
    expect(judge(2, 1)).toBeUndefined();
    expect(judge(3, 1)).toMatchObject({ expected: 'from 0 to 2' });
  });
});

describe('a state that has no number', () => {
  const begin = () => {
    let time = 0;
    const clock = () => (time += 1);
    const history = new History<'LIKE' | 'DISLIKE'>(null, clock, () => 0);
    const life: Life = { name: 'A1', goneAt: undefined, unsettled: 0 };
    const subject = { id: 'x', name: 'what ann thinks', history };
    const issue = (value: 'LIKE' | 'DISLIKE' | null) =>
      history.issue({ value, fenced: false, mayApply: true, what: '' }, [life]);
    const write = (value: 'LIKE' | 'DISLIKE' | null) => {
      const version = issue(value);
      for (const attempt of version.attempts) history.settle(version, attempt, 'acknowledged');
    };
    return {
      write,
      issue,
      shown: (found: 'LIKE' | 'DISLIKE' | null) => judgeState(subject, found, clock())?.kind,
    };
  };

  test('is what was acknowledged last, and nothing from before', () => {
    const { write, shown } = begin();
    write('LIKE');
    expect([shown('LIKE'), shown(null)]).toEqual([undefined, 'superseded']);
    write(null);
    expect([shown('LIKE'), shown(null)]).toEqual(['superseded', undefined]);
  });

  test('is either while a write is under way', () => {
    const { write, issue, shown } = begin();
    write('LIKE');
    issue('DISLIKE');
    expect([shown('LIKE'), shown('DISLIKE'), shown(null)]).toEqual([undefined, undefined, 'superseded']);
  });
});
