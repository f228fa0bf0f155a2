import { hash } from 'node:crypto';
import type { Population } from './population.ts';
import { createDraw, randomOf, zipfWeights, type DrawPlace } from './seeded-random.ts';
import { channelDescriptionOf, channelNameOf, topics, type Topic } from './topics.ts';

/** Where somebody publishes. */
export interface SeedChannel {
  /** Place among the channels of the seed, from 0. */
  readonly index: number;
  /** Twelve hex digits, like those of other channels. */
  readonly id: string;
  /** Place of the user whose it is: the same as that of the channel, so that it is the same however many there are. */
  readonly owner: number;
  /** No two channels of any seed share one. */
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  /** Slug of what most of its videos are about. */
  readonly category: string;
  readonly createdAt: Date;
}

export interface Channels {
  readonly count: number;
  at(index: number): SeedChannel;
  idOf(index: number): string;
  topicOf(index: number): Topic;
  /** Milliseconds since 1970. */
  createdAt(index: number): number;
  /** By Zipf's law over how popular they are. */
  readonly draw: DrawPlace;
  /** From 0, the most popular one. */
  rankOf(index: number): number;
}

export interface ChannelsOptions {
  readonly seed: number;
  /** No more than users. */
  readonly channels: number;
  readonly population: Population;
  /** Milliseconds since 1970: the beginning of the time in which things happen. */
  readonly startMs: number;
}

/** How long before the first event the first of them came, at most; users come no later. */
export const longestSeniorityMs = 3 * 365 * 86_400_000;

/** Of the time since somebody came, how long they have had a channel. */
const ownersSeniority = 0.9;

const longestHandle = 30;
const drawTopic = createDraw(topics.map(({ weight }) => weight));

const handleOf = (name: string, seed: number, index: number): string => {
  const ending = `-${index + 1}${seed === 1 ? '' : `-s${seed}`}`;
  const slug = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, (other) => (/^[\p{M}’]+$/u.test(other) ? '' : '-'))
    .slice(0, longestHandle - ending.length)
    .replaceAll(/^-+|-+$/g, '');
  return `${slug === '' ? 'channel' : slug}${ending}`;
};

/** Places from 0 in an order that chance decides: the first has the highest chance. */
export const orderOf = (scores: Float64Array): Uint32Array =>
  Uint32Array.from({ length: scores.length }, (_, place) => place).toSorted(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );

/** Each channel is made when it is asked for. */
export const createChannels = ({ seed, channels, population, startMs }: ChannelsOptions): Channels => {
  if (channels > population.size) {
    throw new RangeError(`expected a user for each of ${channels} channels, but got ${population.size}`);
  }
  const byRank = orderOf(
    Float64Array.from({ length: channels }, (_, index) => randomOf(seed, 'channel rank', index).next()),
  );
  const ranks = new Uint32Array(channels);
  for (const [rank, index] of byRank.entries()) ranks[index] = rank;
  const drawRank = channels === 0 ? () => 0 : createDraw(zipfWeights(channels));
  const topicOf = (index: number): Topic => topics[drawTopic(randomOf(seed, 'topic', index))] as Topic;
  const idOf = (index: number): string =>
    hash('sha256', `channel ${index} of seed ${seed}`, 'hex').slice(0, 12);
  // After their owners came, whose seniority it is.
  const created = Float64Array.from(
    { length: channels },
    (_, index) => startMs - Math.floor(population.at(index).seniority * ownersSeniority * longestSeniorityMs),
  );
  const createdAt = (index: number): number => created[index] ?? startMs;
  return {
    count: channels,
    idOf,
    topicOf,
    createdAt,
    draw: (random) => byRank[drawRank(random)] ?? 0,
    rankOf: (index) => ranks[index] ?? 0,
    at: (index) => {
      const random = randomOf(seed, 'channel', index);
      const topic = topicOf(index);
      const name = channelNameOf(topic, population.at(index).name, random);
      return {
        index,
        id: idOf(index),
        owner: index,
        handle: handleOf(name, seed, index),
        name,
        description: channelDescriptionOf(topic, random),
        category: topic.category,
        createdAt: new Date(createdAt(index)),
      };
    },
  };
};
