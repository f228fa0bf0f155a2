import { hash, randomBytes } from 'node:crypto';
import type { Audience } from '../../cache/entry.ts';
import type { Served } from '../../cache/response/answers.ts';
import type { Hole, HoleSink } from '../execution/live-fields.ts';
import type { LiveGroup } from './operation-policy.ts';

/**
 * An answer with live fields is kept in parts: a page with holes, for everybody, and for each group of live fields what
 * fills them. The parts are entries of the engine like any other, with tags, lives and audiences of their own.
 */

/** With the format of the bodies: entries outlive a deploy. */
const mark = 'live1-';

/** @returns the question of a page with holes, of the one that a whole answer would have. */
export const liveQuestion = (question: string): string => mark + question;
export const isLiveQuestion = (question: string): boolean => question.startsWith(mark);

/** The holes of one group, in the order of the answer. */
export interface HolesOfGroup {
  readonly group: LiveGroup;
  readonly holes: readonly Hole[];
  /** The question that their filling answers. */
  readonly question: string;
}

/** A page with holes, taken apart. */
export interface Page {
  readonly groups: readonly HolesOfGroup[];
  /** What stands between the holes, one more than there are; its bytes as characters, which are joined faster. */
  readonly pieces: readonly string[];
  /** For each hole, the place of its group in `groups`. */
  readonly groupOfHole: readonly number[];
  /** Place of the group that differs most from one who asks to the next. */
  readonly ownest: number;
}

/** What stands before the text in a page's body. */
interface PageHead {
  readonly question: string;
  readonly sites: readonly (readonly [LiveGroup, string])[];
  /** For each hole: place of its site, id, and bytes of the text before it since the last one. */
  readonly holes: readonly (readonly [number, string, number])[];
}

const newLine = 0x0a;
const encoder = new TextEncoder();

/** Notes what an execution leaves out, and cuts it out of the text of the answer. */
export const createHoles = () => {
  // Nobody can have written it into a title.
  const token = randomBytes(15).toString('base64url');
  const left: (Hole & { readonly coordinate: string })[] = [];
  const sink: HoleSink = {
    leave: (hole, coordinate) => {
      left.push({ ...hole, coordinate });
      return `${token}${left.length - 1}`;
    },
  };
  return {
    sink,
    /** @param text of the whole answer, as JSON. @returns the body of the page. */
    cut: (text: string, question: string, groupOf: (coordinate: string) => LiveGroup): Uint8Array => {
      const [first = '', ...rest] = text.split(`"${token}`);
      const sites = new Map<string, readonly [LiveGroup, string]>();
      const places = new Map<string, number>();
      let before = first;
      const pieces = [first];
      const holes = rest.map((piece) => {
        const end = piece.indexOf('"');
        const { site, id, coordinate } = left[Number(piece.slice(0, end))] as (typeof left)[number];
        const place = places.get(site) ?? places.size;
        places.set(site, place);
        sites.set(site, [groupOf(coordinate), site]);
        const bytes = Buffer.byteLength(before);
        before = piece.slice(end + 1);
        pieces.push(before);
        return [place, id, bytes] as const;
      });
      const head: PageHead = {
        question,
        sites: [...sites.values()],
        holes,
      };
      return encoder.encode(`${JSON.stringify(head)}\n${pieces.join('')}`);
    },
  };
};

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const takeApart = (body: Uint8Array): Page => {
  const bytes = asBuffer(body);
  const textAt = bytes.indexOf(newLine) + 1;
  const { question, sites, holes } = JSON.parse(bytes.toString('utf8', 0, textAt)) as PageHead;
  const byGroup = new Map<LiveGroup, Hole[]>();
  const pieces: string[] = [];
  let at = textAt;
  const groupNames: LiveGroup[] = [];
  for (const [place, id, length] of holes) {
    const [group, site] = sites[place] as readonly [LiveGroup, string];
    const ofGroup = byGroup.get(group) ?? [];
    byGroup.set(group, ofGroup);
    ofGroup.push({ site, id });
    groupNames.push(group);
    pieces.push(bytes.toString('latin1', at, at + length));
    at += length;
  }
  pieces.push(bytes.toString('latin1', at));
  const groups = [...byGroup].map(([group, own]): HolesOfGroup => {
    const which = hash('sha256', JSON.stringify(own.map(({ site, id }) => [site, id])), 'base64url');
    return { group, holes: own, question: `${question}-${group}-${which.slice(0, 22)}` };
  });
  const order = groups.map(({ group }) => group);
  return {
    groups,
    pieces,
    groupOfHole: groupNames.map((group) => order.indexOf(group)),
    ownest: Math.max(0, order.indexOf('own')),
  };
};

/** Keeps what is made of a body as long as the body. */
const keptByBody = <Value>(make: (body: Uint8Array) => Value): ((body: Uint8Array) => Value) => {
  const known = new WeakMap<Uint8Array, Value>();
  return (body) => {
    let value = known.get(body);
    if (value === undefined) {
      value = make(body);
      known.set(body, value);
    }
    return value;
  };
};

export const pageOf = keptByBody(takeApart);

/** @returns the body that is kept of the values that fill the holes of a group. */
export const fillingBody = (values: readonly unknown[]): Uint8Array =>
  encoder.encode(values.map((value) => JSON.stringify(value)).join('\n'));

/** JSON has no line break within a value. Bytes as characters, as those of a page. */
const valuesOf = keptByBody((body): readonly string[] => asBuffer(body).toString('latin1').split('\n'));

/** Puts the body of an answer together. @param fillings of the page's groups, in their order. */
export type FillIn = (page: Uint8Array, fillings: readonly Uint8Array[]) => Uint8Array;

export const fillIn: FillIn = (page, fillings) => {
  const { pieces, groupOfHole } = pageOf(page);
  const values = fillings.map((body) => valuesOf(body));
  const taken = fillings.map(() => 0);
  let text = '';
  for (const [index, piece] of pieces.entries()) {
    text += piece;
    const group = groupOfHole[index];
    if (group === undefined) continue;
    const place = taken[group] ?? 0;
    taken[group] = place + 1;
    text += values[group]?.[place] ?? '';
  }
  return Buffer.from(text, 'latin1');
};

/**
 * Keeps what was put together last, for who asks again: by two generations, as `createBoundedCache` does.
 * @param maxBytes of all bodies together.
 */
export const createKeptFillIn = (maxBytes: number): FillIn => {
  interface Whole {
    readonly parts: readonly Uint8Array[];
    readonly body: Uint8Array;
  }
  const maxPerGeneration = maxBytes / 2;
  let newer = new Map<Uint8Array, Whole>();
  let older = new Map<Uint8Array, Whole>();
  let bytes = 0;
  return (page, fillings) => {
    const { ownest } = pageOf(page);
    const key = fillings[ownest] ?? page;
    const known = newer.get(key) ?? older.get(key);
    if (known?.parts[0] === page && fillings.every((body, place) => known.parts[place + 1] === body)) {
      return known.body;
    }
    const body = fillIn(page, fillings);
    newer.set(key, { parts: [page, ...fillings], body });
    bytes += body.byteLength;
    if (bytes > maxPerGeneration) {
      older = newer;
      newer = new Map();
      bytes = 0;
    }
    return body;
  };
};

const narrowness = (audience: Audience): number =>
  audience === 'everyone' ? 0 : audience === 'anonymous' ? 1 : 2;

/** An answer that was put together, with its parts. */
export interface LiveServed extends Served {
  readonly page: Served;
  readonly fillings: ReadonlyMap<LiveGroup, Served>;
}

export const isLiveServed = (served: Served): served is LiveServed => 'fillings' in served;

/** Whether nothing was computed for it. */
const isKept = ({ how }: Served): boolean => how === 'hit' || how === 'stale-while-revalidate';

/**
 * Puts an answer together. What is told of it is what holds of all its parts: the shortest life, the greatest age, the narrowest
 * audience; and it is a hit only when they all are.
 * @param fillings of the page's groups, in their order.
 * @param fill puts the body together.
 */
export const assembled = (page: Served, fillings: readonly Served[], fill = fillIn): LiveServed => {
  const parts = [page, ...fillings];
  const told = parts.find((part) => !isKept(part)) ?? page;
  const taken = pageOf(page.body);
  const refused = parts.find(({ notStored }) => notStored !== undefined)?.notStored;
  return {
    ...told,
    ...(refused && { notStored: refused }),
    body: fill(
      page.body,
      fillings.map(({ body }) => body),
    ),
    meta: page.meta,
    ageMs: Math.max(...parts.map(({ ageMs }) => ageMs)),
    ttlMs: Math.min(...parts.map(({ ttlMs }) => ttlMs)),
    // Hundreds, and few ask.
    get tags() {
      return [...new Set(parts.flatMap(({ tags }) => tags))];
    },
    audience: parts.reduce<Audience>(
      (narrowest, { audience }) => (narrowness(audience) > narrowness(narrowest) ? audience : narrowest),
      'everyone',
    ),
    page,
    fillings: new Map(taken.groups.map(({ group }, place) => [group, fillings[place] as Served])),
  };
};
