import { z } from 'zod';
import { longText, parseWith, text } from '../../../shared/parse-input.ts';

const visibility = z.enum(['PRIVATE', 'UNLISTED', 'PUBLIC'], {
  error: 'expected PRIVATE, UNLISTED or PUBLIC',
});

/** Playlists that a user may have. */
export const mostPlaylists = 200;
/** Videos that a playlist may hold. */
export const mostItems = 1_000;

export const parseNewPlaylist = parseWith(
  z.object({ title: text(150), description: longText(5_000), visibility }),
);

/** Null is no value of theirs: only what is left out stays. */
export const parsePlaylistChanges = parseWith(
  z.object({
    title: text(150).optional(),
    description: longText(5_000).optional(),
    visibility: visibility.optional(),
  }),
);
