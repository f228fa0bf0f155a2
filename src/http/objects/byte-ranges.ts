/** Places of bytes, both counted from 0, both part of it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** `whole`: there is no range to go by. `none`: there is nothing at these places. */
export type RangeAsked = ByteRange | 'whole' | 'none';

/** What a `Range` of several parts is made of, or of one; empty parts of a list do not count. */
const partsOf = (header: string): readonly string[] => {
  const [, list] = /^bytes=(.*)$/i.exec(header.trim()) ?? [];
  return (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
};

/**
 * Reads a `Range` header (RFC 9110, 14.1.2 and 14.2). One that asks for several ranges, is of another unit or is not of the
 * form counts as none, as a server may take it.
 */
export const readRange = (header: string | undefined, sizeBytes: number): RangeAsked => {
  const [part, ...others] = header === undefined ? [] : partsOf(header);
  if (part === undefined || others.length > 0) return 'whole';
  const [, firstText = '', lastText = ''] = /^(\d*)-(\d*)$/.exec(part) ?? [];
  if (firstText === '') {
    if (lastText === '') return 'whole';
    const length = Math.min(Number(lastText), sizeBytes);
    if (Number(lastText) === 0) return 'none';
    // The last bytes of nothing are there, but have no place.
    return sizeBytes === 0 ? 'whole' : { first: sizeBytes - length, last: sizeBytes - 1 };
  }
  const first = Number(firstText);
  const last = lastText === '' ? Infinity : Number(lastText);
  if (last < first) return 'whole';
  return first >= sizeBytes ? 'none' : { first, last: Math.min(last, sizeBytes - 1) };
};
