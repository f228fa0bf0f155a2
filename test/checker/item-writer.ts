import { graphqlRequest } from './http-connection.ts';
import type { Outcome } from './history.ts';
import type { Subject } from './judge.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import type { Way } from './server/item-writes.ts';
import { groups, words, type ItemValue } from './world.ts';
import type { Manner, WriteSubmissions } from './write-submission.ts';

type Item = Subject<ItemValue>;
type ItemState = { readonly item: Item; readonly value: ItemValue };

/** How often each kind of change is made to an item that exists. */
const changes = {
  rank: 34,
  group: 20,
  due: 10,
  words: 9,
  nothing: 5,
  everything: 5,
  delete: 9,
  transaction: 8,
};
/** How often each way to write is taken. What Mongo is asked in bulk or raw tells the cache least, and is rare in life. */
const ways: Record<Way, number> = {
  ONE: 46,
  FIND_ONE_AND: 36,
  SAVE: 12,
  REPLACE: 4,
  BULK: 1,
  MANY: 0.5,
  RAW: 0.5,
};
const doubleClicks = 0.02;
const clientsThatGiveUp = 0.03;
const aborts = 0.3;
/** A pause within a transaction, or before a write whose client gives up. */
const pauseMs = { least: 20, most: 120 };

const createDocument = `mutation ($item: CheckItemInput!, $way: CheckWay!) {
  write: checkCreateItem(item: $item, way: $way) { outcome item { id seq } }
}`;
const updateDocument = `mutation ($item: CheckItemInput!, $way: CheckWay!, $pauseMs: Int!) {
  write: checkUpdateItem(item: $item, way: $way, pauseMs: $pauseMs) { outcome item { id seq } }
}`;
const deleteDocument = `mutation ($id: ID!, $way: CheckWay!) {
  write: checkDeleteItem(id: $id, way: $way) { outcome item { id } }
}`;
const togetherDocument = `mutation ($items: [CheckItemInput!]!, $abort: Boolean!, $pauseMs: Int!) {
  write: checkUpdateItems(items: $items, abort: $abort, pauseMs: $pauseMs) { outcome items { id seq } }
}`;

interface Written {
  readonly write: { readonly outcome: 'APPLIED' | 'ALREADY' | 'ABSENT' | 'OVERTAKEN' | 'ABORTED' };
}

const isDone = ({ write: { outcome } }: Written) =>
  outcome === 'APPLIED' || outcome === 'ALREADY' || outcome === 'ABORTED' ? 'acknowledged' : 'refused';
/** Whoever deletes what is gone is told that it is gone. */
const isDeleted = ({ write }: Written) => (write.outcome === 'ABSENT' ? 'acknowledged' : isDone({ write }));

export const anyItemValue = (random: SeededRandom): ItemValue => {
  const some = random.shuffled(words).slice(0, 1 + random.below(2));
  return {
    group: random.pick([...groups, null]),
    rank: random.below(400),
    due: random.happens(0.3) ? null : random.below(60),
    words: some.join(' '),
  };
};

export class ItemWriter {
  readonly #items: readonly Item[];
  readonly #random: SeededRandom;
  readonly #submissions: WriteSubmissions;
  /** Items of which nobody knows whether they exist, and whether the last try was to create them. */
  readonly #creating = new Map<Item, boolean>();

  /** @param items which nobody else writes. */
  constructor(items: readonly Item[], random: SeededRandom, submissions: WriteSubmissions) {
    this.#items = items;
    this.#random = random;
    this.#submissions = submissions;
  }

  /** Makes one change to one item, or to two in a transaction. */
  async write(): Promise<void> {
    const item = this.#random.pick(this.#items);
    if (item.history.isHaunted) return;
    const { certain } = item.history;
    if (!certain) await this.#settle(item);
    else if (certain.value === null) await this.#create(item);
    else await this.#change({ item, value: certain.value });
  }

  #manner(mayGiveUp: boolean): Manner {
    if (this.#random.happens(doubleClicks)) return 'twice';
    return mayGiveUp && this.#random.happens(clientsThatGiveUp) ? 'given up' : 'once';
  }

  /** Says all of an item of which little is known: by a change if it exists, else by creating it. */
  async #settle(item: Item): Promise<void> {
    const creating = this.#creating.get(item) ?? false;
    const outcome = await (creating
      ? this.#create(item)
      : this.#update(item, anyItemValue(this.#random), {}, 'once'));
    if (outcome === 'acknowledged') this.#creating.delete(item);
    else this.#creating.set(item, !creating);
  }

  #create(item: Item): Promise<Outcome | undefined> {
    const value = anyItemValue(this.#random);
    const way = this.#random.weighted(ways);
    return this.#submissions.submit({
      targets: [
        {
          subject: item,
          draft: { value, fenced: false, mayApply: true, what: `create by ${way}: ${JSON.stringify(value)}` },
        },
      ],
      request: ([seq]) =>
        graphqlRequest(createDocument, { item: { id: item.id, seq, ...value }, way }, undefined),
      outcomeOf: isDone,
      manner: this.#manner(false),
    });
  }

  /** @param given what of the value the request names; without any, all of it. */
  #update(
    item: Item,
    value: ItemValue,
    given: Partial<ItemValue>,
    manner: Manner,
  ): Promise<Outcome | undefined> {
    const drawn = this.#random.weighted(ways);
    const named = Object.keys(given).length === 0 || drawn === 'REPLACE' ? value : given;
    return this.#submit(item, value, named, drawn, manner);
  }

  #submit(
    item: Item,
    value: ItemValue,
    named: Partial<ItemValue>,
    way: Way,
    manner: Manner,
  ): Promise<Outcome | undefined> {
    const wait = manner === 'given up' ? this.#pauseMs() : 0;
    return this.#submissions.submit({
      targets: [
        {
          subject: item,
          draft: { value, fenced: true, mayApply: true, what: `set by ${way}: ${JSON.stringify(named)}` },
        },
      ],
      request: ([seq]) =>
        graphqlRequest(
          updateDocument,
          { item: { id: item.id, seq, ...named }, way, pauseMs: wait },
          undefined,
        ),
      outcomeOf: isDone,
      manner,
    });
  }

  #pauseMs(): number {
    return pauseMs.least + this.#random.below(pauseMs.most - pauseMs.least);
  }

  async #change({ item, value }: ItemState): Promise<void> {
    const change = this.#random.weighted(changes);
    const drawn = anyItemValue(this.#random);
    switch (change) {
      case 'delete':
        await this.#delete(item);
        return;
      case 'transaction':
        await this.#together({ item, value });
        return;
      case 'everything':
        await this.#update(item, drawn, {}, this.#manner(true));
        return;
      case 'nothing':
        // As when a form is sent unchanged: only the number of the version moves.
        await this.#update(item, value, { rank: value.rank }, this.#manner(true));
        return;
      case 'rank':
      case 'group':
      case 'due':
      case 'words': {
        const given = { [change]: drawn[change] } as Partial<ItemValue>;
        await this.#update(item, { ...value, ...given }, given, this.#manner(true));
      }
    }
  }

  async #delete(item: Item): Promise<void> {
    const way = this.#random.weighted(ways);
    await this.#submissions.submit({
      targets: [
        { subject: item, draft: { value: null, fenced: false, mayApply: true, what: `delete by ${way}` } },
      ],
      request: () => graphqlRequest(deleteDocument, { id: item.id, way }, undefined),
      outcomeOf: isDeleted,
      manner: this.#manner(false),
    });
  }

  /** Two items change places, or both stay as they are. */
  async #together(one: ItemState): Promise<void> {
    const partners = this.#items.flatMap((item): ItemState[] => {
      const { certain } = item.history;
      return item !== one.item && certain?.value ? [{ item, value: certain.value }] : [];
    });
    if (partners.length === 0) return;
    const other = this.#random.pick(partners);
    const place = ({ group, rank }: ItemValue) => ({ group, rank });
    const abort = this.#random.happens(aborts);
    const pairs = [
      { item: one.item, value: one.value, given: place(other.value) },
      { item: other.item, value: other.value, given: place(one.value) },
    ];
    const wait = this.#pauseMs();
    await this.#submissions.submit({
      targets: pairs.map(({ item, value, given }) => ({
        subject: item,
        draft: {
          value: { ...value, ...given },
          fenced: true,
          mayApply: !abort,
          what: `set in a transaction that ${abort ? 'aborts' : 'commits'}: ${JSON.stringify(given)}`,
        },
      })),
      request: (seqs) =>
        graphqlRequest(
          togetherDocument,
          {
            items: pairs.map(({ item, given }, index) => ({ id: item.id, seq: seqs[index], ...given })),
            abort,
            pauseMs: wait,
          },
          undefined,
        ),
      outcomeOf: isDone,
      manner: this.#random.happens(clientsThatGiveUp) ? 'given up' : 'once',
    });
  }
}
