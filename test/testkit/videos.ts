import { Buffer } from 'node:buffer';
import type { RunningApp } from './app.ts';
import { ask, fieldOf, type Explained } from './engine-app.ts';
import type { MemoryObjectStore } from './memory-object-store.ts';

type Who = Record<string, string>;

export const nobody: Who = {};

/** Files of a few bytes that begin as files of their type do. */
export const bytesOf = {
  mp4: Buffer.from('\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2 and so on', 'latin1'),
  webm: Buffer.from('\u001A\u0045\u00DF\u00A3\u009F\u0042\u0082\u0084webm and so on', 'latin1'),
  quickTime: Buffer.from('\0\0\0\u0014ftypqt  \0\0\u0002\0qt   and so on', 'latin1'),
  jpeg: Buffer.from('\u00FF\u00D8\u00FF\u00E0 and so on', 'latin1'),
  text: Buffer.from('<!doctype html><script>alert(1)</script>', 'latin1'),
} as const;

/** Asks as somebody, see `as`. */
export const askAs = (
  running: RunningApp,
  who: Who,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Explained> => ask(running, query, { variables, headers: who });

export const addChannel = async (
  running: RunningApp,
  who: Who,
  handle: string,
  input: Record<string, unknown> = {},
): Promise<string> => {
  const answer = await askAs(
    running,
    who,
    'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { channel { id } } }',
    { input: { handle, name: `Channel of ${handle}`, ...input } },
  );
  return fieldOf<{ channel: { id: string } }>(answer, 'createChannel').channel.id;
};

export interface Target {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly expiresAt: string;
}

export interface Requested {
  readonly video: { readonly id: string };
  readonly upload: Target;
  readonly thumbnailUpload: Target | null;
}

const target = 'url method headers { name value } expiresAt';

export const requestUpload = (
  running: RunningApp,
  who: Who,
  input: Record<string, unknown> = {},
): Promise<Explained> =>
  askAs(
    running,
    who,
    `mutation ($input: RequestUploadInput!) {
      requestUpload(input: $input) { video { id } upload { ${target} } thumbnailUpload { ${target} } }
    }`,
    {
      input: {
        title: 'A film',
        fileName: 'film.mp4',
        contentType: 'video/mp4',
        sizeBytes: bytesOf.mp4.length,
        ...input,
      },
    },
  );

export const requested = (answer: Explained): Requested => fieldOf<Requested>(answer, 'requestUpload');

export const finishUpload = (
  running: RunningApp,
  who: Who,
  id: string,
  durationSeconds = 60,
): Promise<Explained> =>
  askAs(
    running,
    who,
    `mutation ($id: ID!, $input: FinishUploadInput!) {
      finishUpload(id: $id, input: $input) { video { id isReady status durationSeconds } }
    }`,
    { id, input: { durationSeconds } },
  );

/** A draft that is ready to be shown. @returns its id. */
export const addVideo = async (
  running: RunningApp,
  files: MemoryObjectStore,
  who: Who,
  { durationSeconds, ...input }: Record<string, unknown> & { readonly durationSeconds?: number } = {},
): Promise<string> => {
  const { video, upload } = requested(await requestUpload(running, who, input));
  files.send(upload.url, bytesOf.mp4, 'video/mp4');
  const finished = await finishUpload(running, who, video.id, durationSeconds);
  if (finished.codes.length > 0) throw new Error(`The upload was refused: ${finished.codes.join()}.`);
  return video.id;
};

const change = (name: string) => (running: RunningApp, who: Who, id: string) =>
  askAs(running, who, `mutation ($id: ID!) { ${name}(id: $id) { video { id status } } }`, { id });

export const publish = change('publishVideo');
export const unlist = change('unlistVideo');
export const restore = change('restoreVideo');

export const update = (
  running: RunningApp,
  who: Who,
  id: string,
  input: Record<string, unknown>,
): Promise<Explained> =>
  askAs(
    running,
    who,
    'mutation ($id: ID!, $input: UpdateVideoInput!) { updateVideo(id: $id, input: $input) { video { id title } } }',
    { id, input },
  );

export const remove = (running: RunningApp, who: Who, id: string): Promise<Explained> =>
  askAs(running, who, 'mutation ($id: ID!) { deleteVideo(id: $id) { id } }', { id });

/** A video that everybody sees. @returns its id. */
export const addPublicVideo = async (
  running: RunningApp,
  files: MemoryObjectStore,
  who: Who,
  input: Record<string, unknown> & { readonly durationSeconds?: number } = {},
): Promise<string> => {
  const id = await addVideo(running, files, who, input);
  await publish(running, who, id);
  return id;
};
