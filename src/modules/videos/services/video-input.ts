import { z } from 'zod';
import { longText, parseWith, text } from '../../../shared/parse-input.ts';
import { expectedCategory, isCategory } from '../categories.ts';
import { imageTypes, videoTypes } from './file-types.ts';

/** The most that a store that speaks S3 takes at once is 5 GiB. */
const maxVideoBytes = 5_000_000_000;
const maxThumbnailBytes = 2_000_000;
const maxSeconds = 86_400;

const category = z.string().refine(isCategory, { error: expectedCategory });
const details = { title: text(150), description: longText(5_000), category };

const typeIn = (types: Readonly<Record<string, unknown>>) =>
  z
    .string()
    .toLowerCase()
    .refine((type) => Object.hasOwn(types, type), {
      error: `expected one of ${Object.keys(types).join(', ')}`,
    });

const bytes = (max: number) =>
  z.number().refine((size) => Number.isSafeInteger(size) && size >= 1 && size <= max, {
    error: `expected a whole number from 1 to ${max}`,
  });

/** Neither a path nor anything that a terminal or a header would take for something else. */
const fileName = z
  .string()
  .trim()
  .max(255, { error: 'expected at most 255 characters' })
  .refine((name) => /^[^/\\\p{Cc}]+\.[A-Za-z0-9]+$/u.test(name), {
    error: 'expected the name of a file such as "holiday.mp4", without a folder',
  });

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Each answers BAD_USER_INPUT that lists every fault at once. */
export const parseUpload = parseWith(
  z
    .object({
      ...details,
      fileName,
      contentType: typeIn(videoTypes),
      sizeBytes: bytes(maxVideoBytes),
      thumbnail: z
        .object({ contentType: typeIn(imageTypes), sizeBytes: bytes(maxThumbnailBytes) })
        .nullish()
        .transform((given) => given ?? null),
    })
    .superRefine((upload, context) => {
      const extensions = videoTypes[upload.contentType]?.extensions ?? [];
      if (extensions.length === 0 || extensions.includes(extensionOf(upload.fileName))) return;
      const endings = extensions.map((extension) => `.${extension}`).join(' or ');
      const message = `expected a name that ends in ${endings}, since the type is ${upload.contentType}`;
      context.addIssue({ code: 'custom', path: ['fileName'], message });
    }),
);

export const parseFinish = parseWith(
  z.object({
    durationSeconds: z.number().refine((seconds) => seconds > 0 && seconds <= maxSeconds, {
      error: `expected a number above 0, and at most ${maxSeconds}`,
    }),
  }),
);

export const parseVideoChanges = parseWith(z.object(details).partial());

const handle = z
  .string()
  .trim()
  .toLowerCase()
  .refine((given) => /^[a-z0-9][a-z0-9_-]{1,28}[a-z0-9]$/.test(given), {
    error: 'expected 3 to 30 letters from a to z, digits, "-" and "_", with a letter or digit at both ends',
  });

const httpsAddress = z
  .string()
  .max(2_000, { error: 'expected at most 2,000 characters' })
  .refine((address) => URL.canParse(address) && new URL(address).protocol === 'https:', {
    error: 'expected an address such as "https://images.example.com/a.png"',
  });

const channel = {
  handle,
  name: text(100),
  description: longText(5_000),
  avatarUrl: httpsAddress.nullish(),
};

export const parseNewChannel = parseWith(z.object(channel));
export const parseChannelChanges = parseWith(z.object(channel).partial());

/** What a handle is looked for by. */
export const handleKeyOf = (given: string): string => given.trim().toLowerCase();

export const parseReport = parseWith(
  z.object({
    reason: z.enum([
      'SPAM',
      'MISLEADING',
      'HARASSMENT',
      'HATE',
      'VIOLENCE',
      'SEXUAL',
      'DANGEROUS',
      'COPYRIGHT',
      'OTHER',
    ]),
    details: longText(1_000),
  }),
);

export const parseResolution = parseWith(
  z.object({ resolution: z.enum(['TAKE_DOWN', 'DISMISS']), note: longText(1_000).nullish() }),
);
