import { viewerAuthorization } from './server/extension.ts';
import { graphqlRequest } from './http-connection.ts';
import {
  judgeCount,
  judgeEntity,
  judgeList,
  judgeOwner,
  type ListRule,
  type Look,
  type Shown,
} from './judge.ts';
import type { ReadOperation } from './read-operation.ts';
import {
  groups,
  viewers,
  words,
  type GroupValue,
  type ItemValue,
  type NoteValue,
  type World,
} from './world.ts';

interface ItemNode extends Shown, ItemValue {
  readonly seenBy?: string | null;
}
interface GroupNode extends Shown, GroupValue {
  readonly items: readonly ItemNode[];
  readonly itemCount: number;
}
interface NoteNode extends Shown, NoteValue {}

const itemLook: Look<ItemValue, ItemNode> = {
  shows: (value, node) =>
    value.group === node.group &&
    value.rank === node.rank &&
    value.due === node.due &&
    value.words === node.words,
};
const groupLook: Look<GroupValue, GroupNode> = { shows: (value, node) => value.name === node.name };
const noteLook: Look<NoteValue, NoteNode> = { shows: (value, node) => value.text === node.text };

const everything = 1000;

const byRank: ListRule<ItemValue>['compare'] = (a, aId, b, bId) =>
  a.rank - b.rank || (aId < bId ? -1 : aId > bId ? 1 : 0);

/** Mongo takes null for less than any number. */
const dueOf = ({ due }: ItemValue): number => due ?? -Infinity;
const byDueDescending: ListRule<ItemValue>['compare'] = (a, aId, b, bId) => {
  const [left, right] = [dueOf(a), dueOf(b)];
  if (left !== right) return left > right ? -1 : 1;
  return aId > bId ? -1 : aId < bId ? 1 : 0;
};

const itemRule = (rule: Partial<ListRule<ItemValue>>): ListRule<ItemValue> => ({
  includes: () => true,
  compare: undefined,
  limit: everything,
  loadedApart: false,
  ...rule,
});
const inGroup = (group: string | null) => (value: ItemValue) => value.group === group;
const itemFields = 'id seq group rank due words';

const publicReads = ({ items, groups: groupSubjects }: World): ReadOperation[] => {
  const all = items.size;
  const open = (
    name: string,
    query: string,
    objects: number,
    judge: ReadOperation['judge'],
  ): ReadOperation => ({
    name,
    request: graphqlRequest(query, {}, undefined),
    objects,
    judge,
  });

  const listOf = (group: string | null) => {
    const named = group === null ? 'null' : `"${group}"`;
    return [
      open(
        `items of ${named} by rank, and their number`,
        `{ list: checkItemsOf(group: ${named}, order: RANK, first: 100) { ${itemFields} } count: checkItemCountOf(group: ${named}) }`,
        2 * all,
        ({ list, count }: { list: ItemNode[]; count: number }, began) => [
          ...judgeList(items, list, itemRule({ includes: inGroup(group), compare: byRank }), itemLook, began),
          judgeCount(items.values(), count, itemRule({ includes: inGroup(group) }), began),
        ],
      ),
      open(
        `the 3 items of ${named} that are due last`,
        `{ list: checkItemsOf(group: ${named}, order: DUE_DESCENDING, first: 3) { ${itemFields} } }`,
        all,
        ({ list }: { list: ItemNode[] }, began) => {
          const rule = itemRule({ includes: inGroup(group), compare: byDueDescending, limit: 3 });
          return judgeList(items, list, rule, itemLook, began);
        },
      ),
      open(
        `number of items of ${named}`,
        `{ count: checkItemCountOf(group: ${named}) }`,
        all,
        ({ count }: { count: number }, began) => [
          judgeCount(items.values(), count, itemRule({ includes: inGroup(group) }), began),
        ],
      ),
    ];
  };

  const judgeGroup = (node: GroupNode, began: number) => [
    ...judgeList(
      items,
      node.items,
      itemRule({ includes: inGroup(node.id), compare: byRank }),
      itemLook,
      began,
    ),
    judgeCount(items.values(), node.itemCount, itemRule({ includes: inGroup(node.id) }), began),
  ];
  const groupFields = `id seq name itemCount items(first: 100) { ${itemFields} }`;

  return [
    ...[...items.values()].map((subject) =>
      open(
        subject.name,
        `{ item: checkItem(id: "${subject.id}") { ${itemFields} } }`,
        1,
        ({ item }: { item: ItemNode | null }, began) => [judgeEntity(subject, item, itemLook, began)],
      ),
    ),
    ...[null, ...groups].flatMap(listOf),
    open(
      'the first 8 items by rank',
      `{ list: checkItems(first: 8) { ${itemFields} } }`,
      all,
      ({ list }: { list: ItemNode[] }, began) =>
        judgeList(items, list, itemRule({ compare: byRank, limit: 8 }), itemLook, began),
    ),
    open('number of items', '{ count: checkItemCount }', all, ({ count }: { count: number }, began) => [
      judgeCount(items.values(), count, itemRule({}), began),
    ]),
    open(
      'number of items by group',
      '{ tally: checkTally { group count } }',
      all,
      ({ tally }: { tally: { group: string | null; count: number }[] }, began) =>
        [null, ...groups].map((group) => {
          const count = tally.find((row) => row.group === group)?.count ?? 0;
          return judgeCount(items.values(), count, itemRule({ includes: inGroup(group) }), began);
        }),
    ),
    ...words.map((word) =>
      open(
        `items with the word ${word}`,
        `{ found: checkSearch(words: "${word}") { ${itemFields} } }`,
        all,
        ({ found }: { found: ItemNode[] }, began) => {
          const includes = (value: ItemValue) => value.words.split(' ').includes(word);
          return judgeList(items, found, itemRule({ includes }), itemLook, began);
        },
      ),
    ),
    ...[...groupSubjects.values()].map((subject) =>
      open(
        `${subject.name} with its items`,
        `{ group: checkGroup(id: "${subject.id}") { ${groupFields} } }`,
        1 + 2 * all,
        ({ group }: { group: GroupNode | null }, began) => [
          judgeEntity(subject, group, groupLook, began),
          ...(group ? judgeGroup(group, began) : []),
        ],
      ),
    ),
    open(
      'all groups with their items',
      `{ groups: checkGroups { ${groupFields} } }`,
      groups.length * (1 + 2 * all),
      ({ groups: nodes }: { groups: GroupNode[] }, began) => {
        const rule = { includes: () => true, compare: undefined, limit: everything, loadedApart: false };
        return [
          ...judgeList(groupSubjects, nodes, rule, groupLook, began),
          ...nodes.flatMap((node) => judgeGroup(node, began)),
        ];
      },
    ),
  ];
};

const privateReads = ({ items, notes }: World, viewer: string | null): ReadOperation[] => {
  const who = viewer ?? 'nobody';
  const authorization = viewer === null ? undefined : viewerAuthorization(viewer);
  const own = new Map([...notes].filter(([, { owner }]) => owner === viewer));
  const noteFields = 'id seq owner text';
  const rule = { includes: () => true, compare: undefined, limit: everything, loadedApart: false };
  const seen = [...items.values()].slice(0, 3);
  return [
    {
      name: `the notes of ${who}`,
      request: graphqlRequest(`{ list: checkNotes { ${noteFields} } }`, {}, authorization),
      objects: own.size,
      judge: ({ list }: { list: NoteNode[] }, began) => [
        ...list.map(({ owner }) => judgeOwner(owner, viewer)),
        ...judgeList(own, list, rule, noteLook, began),
      ],
    },
    ...[...own.values()].map((subject): ReadOperation => ({
      name: subject.name,
      request: graphqlRequest(
        `{ note: checkNote(name: "${subject.label}") { ${noteFields} } }`,
        {},
        authorization,
      ),
      objects: 1,
      judge: ({ note }: { note: NoteNode | null }, began) => [
        note ? judgeOwner(note.owner, viewer) : undefined,
        judgeEntity(subject, note, noteLook, began),
      ],
    })),
    ...seen.map((subject): ReadOperation => ({
      name: `${subject.name} as ${who} sees it`,
      request: graphqlRequest(
        `{ item: checkItem(id: "${subject.id}") { ${itemFields} seenBy } }`,
        {},
        authorization,
      ),
      objects: 1,
      judge: ({ item }: { item: ItemNode | null }, began) => [
        item ? judgeOwner(item.seenBy ?? null, viewer) : undefined,
        judgeEntity(subject, item, itemLook, began),
      ],
    })),
  ];
};

/** All reads of the data that the extension adds. */
export const checkReads = (world: World): ReadOperation[] => [
  ...publicReads(world),
  ...[null, ...viewers].flatMap((viewer) => privateReads(world, viewer)),
];
