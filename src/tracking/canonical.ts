import { createHash } from 'node:crypto';

/** Longer texts are replaced by a hash, so that no value makes a tag long. In characters. */
const MAX_TEXT = 80;

const text = (prefix: string, value: string): string =>
  value.length <= MAX_TEXT
    ? `${prefix}${value}`
    : `${prefix}#${createHash('sha256').update(value).digest('base64url')}`;

/**
 * Every numeric type by its nearest double. Equal numbers have equal doubles, so this never tells apart
 * what BSON calls equal; a few long integers share a text, which costs a needless invalidation at most.
 */
const numberText = (value: number): string => text('n', Object.is(value, -0) ? '0' : String(value));

/** Any of the driver's own classes for values. */
interface BsonValue {
  readonly _bsontype: string;
  toString(): string;
}

/** The driver may be installed more than once: its classes are known by their `_bsontype`, never by `instanceof`. */
const isBsonValue = (value: object): value is BsonValue =>
  typeof Reflect.get(value, '_bsontype') === 'string';

const bsonText = (value: BsonValue): string | undefined => {
  switch (value._bsontype) {
    case 'ObjectId':
      return `o${value.toString()}`;
    case 'Int32':
    case 'Double':
    case 'Long':
    case 'Decimal128':
      return numberText(Number(value.toString()));
    case 'BSONSymbol':
      return text('s', value.toString().toWellFormed());
    default:
      return undefined;
  }
};

/**
 * A text that is equal for values that Mongo's equality calls equal (with the simple collation), and as a
 * rule different otherwise. `undefined` for what has no such text here: arrays, objects, regular expressions,
 * binary data and the rarer types.
 *
 * @param options.nullable whether null has a text (default false). In a filter null also matches what is
 *   missing, which only a path without dots lets a writer know.
 */
export const canonicalValue = (
  value: unknown,
  options: { readonly nullable?: boolean } = {},
): string | undefined => {
  switch (typeof value) {
    case 'string':
      // BSON is UTF-8: a lone surrogate reaches the server as U+FFFD.
      return text('s', value.toWellFormed());
    case 'number':
      return numberText(value);
    case 'bigint':
      return numberText(Number(value));
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) return options.nullable === true ? 'null' : undefined;
      // An invalid date has no BSON form that equals itself by intent.
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : `d${value.getTime()}`;
      return isBsonValue(value) ? bsonText(value) : undefined;
    }
    default:
      return undefined;
  }
};

/** @returns canonical text of an `_id`, or `undefined` when it has none: then the read or write cannot be narrow. */
export const canonicalId = (id: unknown): string | undefined => canonicalValue(id, { nullable: true });

/** An object of any class, such as a reply or an option of the driver. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An object whose entries are what goes to the server. Not so a Map (the driver makes one of every sort), nor
 * an instance of a class, which may have a `toBSON`.
 */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** First segment of a dotted path. */
export const topOf = (path: string): string => path.split('.', 1)[0] ?? path;
