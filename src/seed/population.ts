import { hash } from 'node:crypto';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as italian } from '@faker-js/faker/locale/it';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as portuguese } from '@faker-js/faker/locale/pt_BR';
import { faker as swedish } from '@faker-js/faker/locale/sv';
import { createDraw, randomOf, type DrawPlace } from './seeded-random.ts';

/** Somebody who views films. */
export interface SeedUser {
  /** Place among the users of the seed, from 0. */
  readonly index: number;
  /** 22 characters of base64url, like those of other users. */
  readonly id: string;
  readonly name: string;
  /** Of example.com, which belongs to nobody (RFC 2606). Lower case; no two users of any seed share one. */
  readonly email: string;
  readonly locale: string;
  /** Slugs, the dearest first. */
  readonly favouriteGenres: readonly string[];
  /** What they add to a rating on average, and take off where it is negative. */
  readonly leniency: number;
  /** How long before the first view they came: a share, from 0 to 1. */
  readonly seniority: number;
}

export interface Population {
  readonly size: number;
  /** The same for the same seed, however many users there are. @throws RangeError beyond the size. */
  at(index: number): SeedUser;
  /** The id alone, which costs less. */
  idOf(index: number): string;
  /** Draws the index of a user, each as often as they are active: few are much, many are little. */
  readonly draw: DrawPlace;
}

export interface PopulationOptions {
  readonly seed: number;
  readonly users: number;
  /** Genres, each with the number of its films: the more there are, the more like it. */
  readonly genreSizes: ReadonlyMap<string, number>;
}

const fakers = {
  'en-US': english,
  'de-DE': german,
  'fr-FR': french,
  'es-ES': spanish,
  'it-IT': italian,
  'pl-PL': polish,
  'pt-BR': portuguese,
  'sv-SE': swedish,
} as const;

/** Shares of a hundred. */
const locales = {
  'en-US': 48,
  'de-DE': 10,
  'fr-FR': 9,
  'es-ES': 9,
  'pt-BR': 8,
  'it-IT': 6,
  'pl-PL': 5,
  'sv-SE': 5,
} as const;

const defaultSeed = 1;
/** The most active of a thousand views some ten times as much as others. */
const activitySpread = 0.8;
const leniencySpread = 0.8;

const letters: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' };

/** A name as it stands in an address. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[ßłøæœđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, (other) => (/^\p{M}+$/u.test(other) ? '' : '.'))
    .replaceAll(/^\.|\.$/g, '');

const nameOf = (locale: keyof typeof fakers, seed: number) => {
  const faker = fakers[locale];
  faker.seed(seed);
  return { first: faker.person.firstName(), last: faker.person.lastName() };
};

/** Two to four, without repeats. */
const favouritesOf = (
  genres: readonly string[],
  drawGenre: DrawPlace | undefined,
  random: ReturnType<typeof randomOf>,
): readonly string[] => {
  if (!drawGenre) return [];
  const count = 2 + random.below(3);
  const drawn = new Set<string>();
  // Those of a great genre come up again and again, so what is tried is bounded.
  for (let tried = 0; tried < 4 * count && drawn.size < count; tried += 1) {
    drawn.add(genres[drawGenre(random)] as string);
  }
  return [...drawn];
};

/** Each user is made when they are asked for. */
export const createPopulation = ({ seed, users, genreSizes }: PopulationOptions): Population => {
  const genres = [...genreSizes.keys()].toSorted();
  const drawGenre = genres.length === 0 ? undefined : createDraw(genres.map((id) => genreSizes.get(id) ?? 0));
  const host = seed === defaultSeed ? 'example.com' : `seed-${seed}.example.com`;
  const activity = Float64Array.from({ length: users }, (_, index) =>
    Math.exp(activitySpread * randomOf(seed, 'activity', index).normal()),
  );
  const idOf = (index: number): string =>
    hash('sha256', `user ${index} of seed ${seed}`, 'base64url').slice(0, 22);
  return {
    size: users,
    idOf,
    at: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= users) {
        throw new RangeError(`expected a user from 0 to ${users - 1}, but got ${index}`);
      }
      const random = randomOf(seed, 'user', index);
      const locale = random.weighted(locales);
      const { first, last } = nameOf(locale, random.below(2 ** 31));
      return {
        index,
        id: idOf(index),
        name: `${first} ${last}`,
        email: `${slugOf(`${first} ${last}`)}${index + 1}@${host}`,
        locale,
        favouriteGenres: favouritesOf(genres, drawGenre, random),
        leniency: leniencySpread * random.normal(),
        // Whatever films there are, so that channels are the same.
        seniority: randomOf(seed, 'seniority', index).next(),
      };
    },
    draw: createDraw(activity),
  };
};
