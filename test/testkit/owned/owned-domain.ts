import type * as fc from 'fast-check';

/** Somebody who is signed in. */
export interface Person {
  readonly name: string;
  readonly userId: string;
  readonly authorization: string;
}

/** What there is for everybody. */
export interface World {
  /** Ids of films in the API. */
  readonly films: readonly string[];
  /** Ids of users in the API, of whom none asks. */
  readonly users: readonly string[];
}

/** The bytes of a request: the same, whoever sends it. */
export interface OwnRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A question whose answer is each one's own. */
export interface OwnRead<Truth> extends OwnRequest {
  /** The `data` that somebody is answered of whom this is true. */
  expected(truth: Truth): unknown;
  /** What somebody is answered who is not signed in. */
  readonly forNobody: { readonly data: unknown; readonly codes: readonly string[] };
}

/** Something that changes what is one's own. */
export interface OwnWrite<Truth> extends OwnRequest {
  change(truth: Truth): Truth;
}

/**
 * What a domain keeps of each viewer, as a model that a property test holds every answer against. A domain joins in by a
 * file here, and a line in `index.ts`.
 */
export interface OwnedDomain<Truth> {
  readonly name: string;
  /** What is true of somebody new. */
  beginning(person: Person): Truth;
  reads(world: World): readonly OwnRead<Truth>[];
  writes(world: World): fc.Arbitrary<OwnWrite<Truth>>;
}

/** A change that somebody can make, and is told of when they have. */
export interface OpenWrite {
  readonly request: OwnRequest;
  doneBy(person: Person): void;
}

/** A domain with what is true of each person, kept as they change it. */
export interface OpenDomain {
  readonly name: string;
  readonly reads: readonly {
    readonly request: OwnRequest;
    readonly forNobody: OwnRead<unknown>['forNobody'];
    expectedFor(person: Person): unknown;
  }[];
  readonly writes: fc.Arbitrary<OpenWrite>;
}

const requestOf = ({ query, variables }: OwnRequest): OwnRequest => ({
  query,
  ...(variables && { variables }),
});

export const openDomain =
  <Truth>({ name, beginning, reads, writes }: OwnedDomain<Truth>) =>
  (world: World): OpenDomain => {
    const truths = new Map<string, Truth>();
    const truthOf = (person: Person): Truth => truths.get(person.userId) ?? beginning(person);
    return {
      name,
      reads: reads(world).map((read) => ({
        request: requestOf(read),
        forNobody: read.forNobody,
        expectedFor: (person) => read.expected(truthOf(person)),
      })),
      writes: writes(world).map((write) => ({
        request: requestOf(write),
        doneBy: (person) => void truths.set(person.userId, write.change(truthOf(person))),
      })),
    };
  };
