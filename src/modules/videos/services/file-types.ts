import type { Buffer } from 'node:buffer';

/** A type of file that may be uploaded. */
interface FileType {
  /** Small letters, without the dot. */
  readonly extensions: readonly string[];
  /** Whether a file that begins so is of this type. */
  matches(start: Buffer): boolean;
}

/** First bytes that {@link FileType.matches} needs to see. */
export const signatureBytes = 512;

const isAt = (start: Buffer, offset: number, text: string): boolean =>
  start.subarray(offset, offset + text.length).equals(Uint8Array.from(text, (char) => char.charCodeAt(0)));

/** ISO base media and QuickTime: boxes of a size and a name. */
const hasBox = (start: Buffer, name: string): boolean => isAt(start, 4, name);
const quickTimeBrand = 'qt  ';
/** What QuickTime files begin with that are older than brands. */
const quickTimeBoxes = ['moov', 'mdat', 'wide', 'free', 'skip'] as const;

/** Matroska and WebM are told apart by this: a document type (0x4282) of four letters. */
const webmDocType = '\u0042\u0082\u0084webm';

export const videoTypes: Readonly<Record<string, FileType>> = {
  'video/mp4': {
    extensions: ['mp4', 'm4v'],
    matches: (start) => hasBox(start, 'ftyp') && !isAt(start, 8, quickTimeBrand),
  },
  'video/quicktime': {
    extensions: ['mov', 'qt'],
    matches: (start) =>
      (hasBox(start, 'ftyp') && isAt(start, 8, quickTimeBrand)) ||
      quickTimeBoxes.some((name) => hasBox(start, name)),
  },
  'video/webm': {
    extensions: ['webm'],
    matches: (start) =>
      isAt(start, 0, '\u001A\u0045\u00DF\u00A3') && start.includes(webmDocType, 0, 'latin1'),
  },
};

export const imageTypes: Readonly<Record<string, FileType>> = {
  'image/jpeg': {
    extensions: ['jpg', 'jpeg'],
    matches: (start) => isAt(start, 0, '\u00FF\u00D8\u00FF'),
  },
  'image/png': {
    extensions: ['png'],
    matches: (start) => isAt(start, 0, '\u0089PNG\r\n\u001A\n'),
  },
  'image/webp': {
    extensions: ['webp'],
    matches: (start) => isAt(start, 0, 'RIFF') && isAt(start, 8, 'WEBP'),
  },
};

/** Whether a file of such a type may begin like this; `false` for a type that is not known. */
export const isOfType = (contentType: string, start: Buffer): boolean =>
  (videoTypes[contentType] ?? imageTypes[contentType])?.matches(start) ?? false;
