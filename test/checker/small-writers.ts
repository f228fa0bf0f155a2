import { viewerAuthorization } from './server/extension.ts';
import { graphqlRequest } from './http-connection.ts';
import type { Subject } from './judge.ts';
import type { SeededRandom } from '../../src/seed/seeded-random.ts';
import type { GroupValue, NoteSubject, NoteValue } from './world.ts';
import type { WriteSubmissions } from './write-submission.ts';

interface Written {
  readonly write: { readonly outcome: string };
}
const isDone = ({ write: { outcome } }: Written) =>
  outcome === 'APPLIED' || outcome === 'ALREADY' ? 'acknowledged' : 'refused';
const isDeleted = ({ write }: Written) => (write.outcome === 'ABSENT' ? 'acknowledged' : isDone({ write }));

const renameDocument = `mutation ($id: ID!, $seq: Int!, $name: String!) {
  write: checkRenameGroup(id: $id, seq: $seq, name: $name) { outcome group { id seq } }
}`;
const noteDocument = `mutation ($name: String!, $seq: Int!, $text: String!) {
  write: checkWriteNote(name: $name, seq: $seq, text: $text) { outcome note { id seq } }
}`;
const deleteNoteDocument =
  'mutation ($name: String!) { write: checkDeleteNote(name: $name) { outcome note { id } } }';

const doubleClicks = 0.02;
const deletions = 0.1;

/** Renames a group that nobody else writes. */
export const renameGroup = async (
  group: Subject<GroupValue>,
  random: SeededRandom,
  submissions: WriteSubmissions,
): Promise<void> => {
  const name = `${group.id} ${random.below(1000)}`;
  await submissions.submit({
    targets: [
      { subject: group, draft: { value: { name }, fenced: true, mayApply: true, what: `rename: ${name}` } },
    ],
    request: ([seq]) => graphqlRequest(renameDocument, { id: group.id, seq, name }, undefined),
    outcomeOf: isDone,
    manner: random.happens(doubleClicks) ? 'twice' : 'once',
  });
};

/** Writes or deletes a note, on behalf of its owner. Without a fence, since a late one would create it anew. */
export const writeNote = async (
  note: NoteSubject,
  random: SeededRandom,
  submissions: WriteSubmissions,
): Promise<void> => {
  if (note.history.isHaunted) return;
  const authorization = viewerAuthorization(note.owner);
  const manner = random.happens(doubleClicks) ? 'twice' : 'once';
  if (note.history.certain?.value && random.happens(deletions)) {
    await submissions.submit<NoteValue>({
      targets: [{ subject: note, draft: { value: null, fenced: false, mayApply: true, what: 'delete' } }],
      request: () => graphqlRequest(deleteNoteDocument, { name: note.label }, authorization),
      outcomeOf: isDeleted,
      manner,
    });
    return;
  }
  const value: NoteValue = { owner: note.owner, text: `${note.owner} thinks of ${random.below(1000)}` };
  await submissions.submit({
    targets: [
      { subject: note, draft: { value, fenced: false, mayApply: true, what: `write: ${value.text}` } },
    ],
    request: ([seq]) =>
      graphqlRequest(noteDocument, { name: note.label, seq, text: value.text }, authorization),
    outcomeOf: isDone,
    manner,
  });
};
