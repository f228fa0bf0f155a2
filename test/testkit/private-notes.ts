import { parse } from 'graphql';
import { Schema, type Connection } from 'mongoose';
import type { AppExtension } from '../../src/app.ts';
import type { ViewerSeam } from '../../src/shared/viewer.ts';

interface NoteRecord {
  readonly _id: string;
  readonly text: string;
}

interface NotesContext {
  readonly viewer: ViewerSeam;
  readonly notes: {
    read(owner: string): Promise<string | null>;
    write(owner: string, text: string): Promise<void>;
  };
  readonly request: { readonly headers: Headers };
}

/**
 * Viewers (`Authorization: Bearer viewer-NAME`), something of their own, something that only
 * looks whether there is a viewer, and something that depends on a header.
 */
export const privateNotes: AppExtension = {
  typeDefs: [
    parse(`
      extend type Query {
        "Looks at the viewer and reads theirs. Its hint does not say that it is private."
        myNote: String @cacheControl(maxAge: 600)
        "Private by its hint alone."
        hinted: String @cacheControl(maxAge: 600, scope: PRIVATE) @auth(requires: ANYONE)
        "Depends on a header."
        agent: String @cacheControl(maxAge: 600)
        "Fails for whoever asks."
        failing: String @cacheControl(maxAge: 600)
      }
      extend type Mutation {
        setMyNote(text: String!): String @auth(requires: ANYONE)
      }
    `),
  ],
  resolvers: {
    Query: {
      myNote: (_root: unknown, _given: unknown, { viewer, notes }: NotesContext) => {
        const who = viewer.look();
        return who ? notes.read(who.id) : 'nobody';
      },
      hinted: () => 'the same for all',
      agent: (_root: unknown, _given: unknown, { request }: NotesContext) => request.headers.get('x-agent'),
      failing: () => {
        throw new Error('It fails.');
      },
    },
    Mutation: {
      setMyNote: async (_root: unknown, { text }: { text: string }, { viewer, notes }: NotesContext) => {
        const who = viewer.look();
        if (!who) return null;
        await notes.write(who.id, text);
        return text;
      },
    },
  },
  collections: [{ collection: 'notes' }],
  open: async (mongo: Connection) => {
    const model = mongo.model<NoteRecord>(
      'Note',
      new Schema<NoteRecord>(
        { _id: { type: String, required: true }, text: String },
        { collection: 'notes' },
      ),
    );
    return () => ({
      notes: {
        read: async (owner: string) => (await model.findById(owner).lean<NoteRecord>())?.text ?? null,
        write: async (owner: string, text: string) => {
          await model.updateOne({ _id: owner }, { $set: { text } }, { upsert: true });
        },
      },
    });
  },
  authenticate: (authorization) => {
    const name = /^Bearer viewer-(\w+)$/.exec(authorization)?.[1];
    if (name !== undefined) return { id: name, roles: [] };
    return authorization === 'Bearer admin' ? { id: 'admin', roles: ['ADMIN'] } : undefined;
  },
};
