/** Bytes of a text that count; texts that begin alike have the same key. */
const MAX_TEXT_BYTES = 24;

const SIGN = 1n << 63n;
const ALL = (1n << 64n) - 1n;
const double = new DataView(new ArrayBuffer(8));

/** The bits of a double, turned so that they are in the order of the numbers. */
const numberKey = (value: number): string => {
  double.setFloat64(0, Object.is(value, -0) ? 0 : value);
  const bits = double.getBigUint64(0);
  return (bits & SIGN ? bits ^ ALL : bits | SIGN).toString(16).padStart(16, '0');
};

const textKey = (value: string): string =>
  Buffer.from(value.slice(0, MAX_TEXT_BYTES + 1), 'utf8').toString('hex', 0, MAX_TEXT_BYTES);

/** Any of the driver's own classes: by `_bsontype`, as in `canonical.ts`, since the driver may be installed more than once. */
interface BsonValue {
  readonly _bsontype: string;
  toString(): string;
}

const isBsonValue = (value: object): value is BsonValue =>
  typeof Reflect.get(value, '_bsontype') === 'string';

const bsonKey = (value: BsonValue): string | undefined => {
  switch (value._bsontype) {
    case 'Int32':
    case 'Double':
    case 'Long': {
      const number = Number(value.toString());
      return Number.isFinite(number) ? `2${numberKey(number)}` : undefined;
    }
    case 'ObjectId':
      return `7${value.toString()}`;
    default:
      return undefined;
  }
};

/**
 * A text whose order, by characters, is that of the values as Mongo sorts them (with the simple collation; "Comparison/Sort
 * Order" in its manual), first by type. Values that are close may have the same one: a key says at least, or at most.
 *
 * @param value `undefined` for what is missing, which is sorted as null.
 * @returns `undefined` for types without one here: lists, which are sorted by one of their elements, objects and rarer ones.
 */
export const orderKey = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'undefined':
      return '1';
    case 'number':
      return Number.isFinite(value) ? `2${numberKey(value)}` : undefined;
    case 'bigint':
      return `2${numberKey(Number(value))}`;
    case 'string':
      return `3${textKey(value)}`;
    case 'boolean':
      return value ? '81' : '80';
    case 'object': {
      if (value === null) return '1';
      if (value instanceof Date) {
        const ms = value.getTime();
        return Number.isNaN(ms) ? undefined : `9${numberKey(ms)}`;
      }
      return isBsonValue(value) ? bsonKey(value) : undefined;
    }
    default:
      return undefined;
  }
};
