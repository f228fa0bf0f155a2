import { z } from 'zod';

/**
 * What a file of the disk store ends with, after the bytes of the object: what it is. In the file itself, so that one step
 * puts bytes and label in place, and at its end, so that players and viewers take the file as it lies there.
 */
const labelSchema = z.object({
  key: z.string(),
  contentType: z.string(),
  sizeBytes: z.int().min(0),
  /** Of this upload alone. */
  id: z.string().regex(/^[\w-]+$/),
});
export type ObjectLabel = z.infer<typeof labelSchema>;

/** Every label takes as much: the longest key and type fit. */
export const labelBytes = 1_024;

export const writeLabel = (label: ObjectLabel): Buffer => {
  const text = JSON.stringify(label);
  if (text.length > labelBytes - 2) throw new RangeError('expected a label that fits');
  return Buffer.from(`\n${text.padEnd(labelBytes - 2)}\n`);
};

/** @returns `undefined`: these bytes are no label. */
export const readLabel = (bytes: Buffer): ObjectLabel | undefined => {
  try {
    return labelSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
};
