import { parse } from 'graphql';
import type { AppExtension } from '../../src/app.ts';
import { fail, unwrap } from '../../src/shared/faults.ts';
import { privateNotes } from './private-notes.ts';

/** Fields with limits, and the viewers of the private notes. */
export const limitedFields: AppExtension = {
  ...privateNotes,
  typeDefs: [
    ...privateNotes.typeDefs,
    parse(`
      extend type Query {
        dice: Int @cacheControl(maxAge: 0) @rateLimit(name: "dice", limit: 2, window: 3600)
      }
      extend type Mutation {
        like: Int @auth(requires: ANYONE) @rateLimit(name: "gestures", limit: 3, window: 3600)
        comment: Int @auth(requires: ANYONE) @rateLimit(name: "gestures", limit: 3, window: 3600)
        unlimited: Int @auth(requires: ANYONE)
        guarded: Int @auth(requires: OPERATE) @rateLimit(name: "guarded", limit: 1, window: 3600, by: ADDRESS)
        signIn(password: String!): Int!
          @auth(requires: ANYONE)
          @rateLimit(name: "attempts", limit: 3, window: 60, by: ADDRESS, countSuccesses: false)
          @rateLimit(name: "attempts", limit: 5, window: 900, by: ADDRESS, countSuccesses: false)
      }
    `),
  ],
  resolvers: {
    Query: { ...(privateNotes.resolvers as { Query: object }).Query, dice: () => 4 },
    Mutation: {
      ...(privateNotes.resolvers as { Mutation: object }).Mutation,
      like: () => 1,
      comment: () => 2,
      unlimited: () => 3,
      guarded: () => 5,
      signIn: async (_root: unknown, { password }: { password: string }) => {
        // As long as hashing takes, so that attempts overlap.
        await new Promise((resolve) => setTimeout(resolve, 20));
        return password === 'right' ? 1 : unwrap(fail('UNAUTHENTICATED', 'Expected another password.'));
      },
    },
  },
};
