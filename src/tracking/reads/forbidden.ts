import { isPlainObject, isRecord } from '../canonical.ts';

/** A date this near to the present was most likely made from it. In milliseconds. */
export const ABOUT_NOW_MS = 60_000;

/** How a command's values are judged that depend on when it runs. */
export interface Clock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Whether this instant was handed out by the operation's own clock, whose reading the host accounts for. */
  handedOut(ms: number): boolean;
}

const FORBIDDEN_KEYS = new Map([
  ['$rand', 'it draws random numbers'],
  ['$sample', 'it draws a random sample'],
  ['$sampleRate', 'it draws a random sample'],
  ['$function', 'it runs a script'],
  ['$accumulator', 'it runs a script'],
  ['$where', 'it runs a script'],
]);

/** System variables whose value is not data of a collection. */
const FORBIDDEN_VARIABLE = /^\$\$(?:NOW|CLUSTER_TIME|USER_ROLES)(?:\.|$)/;

const forbiddenValue = (value: string | number | Date, clock: Clock): string | undefined => {
  if (typeof value === 'string') {
    if (FORBIDDEN_VARIABLE.test(value)) return `it reads ${value}`;
    return value === 'randVal' ? 'it draws random numbers' : undefined;
  }
  const ms = Number(value);
  if (Math.abs(ms - clock.nowMs()) > ABOUT_NOW_MS || clock.handedOut(ms)) return undefined;
  return "it holds the present time, which did not come from the operation's clock";
};

/** Values without parts. */
const isOpaque = (value: object): boolean =>
  value instanceof RegExp || ArrayBuffer.isView(value) || '_bsontype' in value;

const entriesOf = (value: object): Iterable<[unknown, unknown]> | undefined => {
  if (value instanceof Map) return value;
  return isPlainObject(value) ? Object.entries(value) : undefined;
};

/** @returns why the answer to these values depends on more than data, or `undefined`. */
export const forbiddenIn = (value: unknown, clock: Clock): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) {
    return forbiddenValue(value, clock);
  }
  if (Array.isArray(value)) {
    for (const element of value as readonly unknown[]) {
      const reason = forbiddenIn(element, clock);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }
  if (!isRecord(value) || isOpaque(value)) return undefined;
  const entries = entriesOf(value);
  if (entries === undefined) return 'it holds an object of a class that is not known';
  for (const [key, inner] of entries) {
    const reason = FORBIDDEN_KEYS.get(String(key)) ?? forbiddenIn(inner, clock);
    if (reason !== undefined) return reason;
  }
  return undefined;
};
