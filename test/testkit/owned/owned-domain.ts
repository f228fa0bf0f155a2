import type * as fc from 'fast-check';
import type { Role } from '../../../src/shared/viewer.ts';

/** Somebody who is signed in. */
export interface Person {
  readonly name: string;
  readonly userId: string;
  readonly authorization: string;
  readonly roles: readonly Role[];
}

/** What there is for everybody, and two who are there from the beginning. */
export interface World {
  /** Ids of films in the API. */
  readonly films: readonly string[];
  /** Ids of users in the API, of whom none asks. */
  readonly users: readonly string[];
  readonly admin: Person;
  /** Who teaches the courses of this world. */
  readonly teacher: Person;
  /** A published course. Ids in the API. */
  readonly course: CourseInWorld;
  /** A course that was never published. */
  readonly draft: CourseInWorld;
  readonly playlists: PlaylistsInWorld;
}

/** Of the teacher, with nothing in them. Ids in the API. */
export interface PlaylistsInWorld {
  readonly ownerId: string;
  readonly privateId: string;
  readonly publicId: string;
  /** The latest first. */
  readonly made: readonly { readonly title: string; readonly visibility: 'PRIVATE' | 'PUBLIC' }[];
}

export interface CourseInWorld {
  readonly title: string;
  readonly id: string;
  readonly lessonIds: readonly string[];
  /** Of the first lesson, which is no preview. */
  readonly recordingId: string;
  /** Where the recording is played from. */
  readonly url: string;
}

/** The bytes of a request: the same, whoever sends it. */
export interface OwnRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What came, or has to come. */
export interface Outcome {
  readonly data: unknown;
  /** Of the errors. */
  readonly codes: readonly unknown[];
}

/** A question whose answer is each one's own. */
export interface OwnRead<Truth> extends OwnRequest {
  /** The `data` that somebody is answered of whom this is true; an {@link Outcome} by {@link refused} where they may not ask. */
  expected(truth: Truth, person: Person): unknown;
  /** What of the `data` is compared. Default: all. */
  pick?(data: unknown): unknown;
  /** Default: of everybody. */
  isAskedOf?(person: Person): boolean;
  /** What somebody is answered who is not signed in. */
  readonly forNobody: Outcome;
}

/** Something that changes what is one's own. */
export interface OwnWrite<Truth> extends OwnRequest {
  /** What is true afterwards. */
  change(truth: Truth): Truth;
  /** Error code of the refusal, where it has to be refused; nothing is changed then. */
  refusal?(truth: Truth, person: Person): string | undefined;
  /** The `data` that it is answered with. Default: not compared. */
  answer?(truth: Truth): unknown;
}

class Refused {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    this.outcome = outcome;
  }
}

/** Says that somebody has to be refused. */
export const refused = (data: unknown, ...codes: readonly string[]): unknown => new Refused({ data, codes });

/**
 * What a domain keeps of each viewer, as a model that a property test holds every answer against. A domain joins in by a
 * file here, and a line in `index.ts`.
 */
export interface OwnedDomain<Truth> {
  readonly name: string;
  /** What is true of somebody new. */
  beginning(person: Person, world: World): Truth;
  reads(world: World): readonly OwnRead<Truth>[];
  writes?(world: World): fc.Arbitrary<OwnWrite<Truth>>;
}

/** A change that somebody can make, and is told of when they have. */
export interface OpenWrite {
  readonly request: OwnRequest;
  /** What is answered now; `data` is `undefined` where it is not compared. */
  expectedFor(person: Person): Outcome;
  doneBy(person: Person): void;
}

export interface OpenRead {
  readonly request: OwnRequest;
  readonly forNobody: Outcome;
  isAskedOf(person: Person): boolean;
  pick(data: unknown): unknown;
  expectedFor(person: Person): Outcome;
}

/** A domain with what is true of each person, kept as they change it. */
export interface OpenDomain {
  readonly name: string;
  readonly reads: readonly OpenRead[];
  readonly writes: fc.Arbitrary<OpenWrite> | undefined;
}

const requestOf = ({ query, variables }: OwnRequest): OwnRequest => ({
  query,
  ...(variables && { variables }),
});

const outcomeOf = (expected: unknown): Outcome =>
  expected instanceof Refused ? expected.outcome : { data: expected, codes: [] };

export const openDomain =
  <Truth>({ name, beginning, reads, writes }: OwnedDomain<Truth>) =>
  (world: World): OpenDomain => {
    const truths = new Map<string, Truth>();
    const truthOf = (person: Person): Truth => truths.get(person.userId) ?? beginning(person, world);
    const refusalOf = (write: OwnWrite<Truth>, person: Person) => write.refusal?.(truthOf(person), person);
    return {
      name,
      reads: reads(world).map((read) => ({
        request: requestOf(read),
        forNobody: read.forNobody,
        isAskedOf: (person) => read.isAskedOf?.(person) ?? true,
        pick: (data) => (data && read.pick ? read.pick(data) : data),
        expectedFor: (person) => outcomeOf(read.expected(truthOf(person), person)),
      })),
      writes: writes?.(world).map((write) => ({
        request: requestOf(write),
        expectedFor: (person) => {
          const code = refusalOf(write, person);
          const data = code === undefined ? write.answer?.(truthOf(person)) : null;
          return { data, codes: code === undefined ? [] : [code] };
        },
        doneBy: (person) => {
          if (refusalOf(write, person) !== undefined) return;
          truths.set(person.userId, write.change(truthOf(person)));
        },
      })),
    };
  };
