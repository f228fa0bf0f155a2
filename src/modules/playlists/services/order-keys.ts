/**
 * Keys that put things in an order: texts, compared by their bytes. Between any two there is room for another one, so that what
 * moves gets a new key and the others keep theirs.
 *
 * A key is a whole number of four digits and a fraction, which may be empty and never ends with the digit 0. At the ends of a
 * list the number goes on by one, so that lists that only grow have keys of four digits; between neighbours the fraction grows, a
 * digit about every six times that something is put at the same place.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const width = 4;
const numbers = base ** width;

const isKey = new RegExp(`^[0-9A-Za-z]{${width}}([0-9A-Za-z]*[1-9A-Za-z])?$`);

const digitAt = (text: string, place: number): number => digits.indexOf(text.charAt(place));

const wholeOf = (key: string): number => {
  let whole = 0;
  for (let place = 0; place < width; place += 1) whole = whole * base + digitAt(key, place);
  return whole;
};

const wholeText = (whole: number): string => {
  let text = '';
  for (let rest = whole; text.length < width; rest = Math.floor(rest / base))
    text = digits.charAt(rest % base) + text;
  return text;
};

const fractionOf = (key: string): string => key.slice(width);

/**
 * A fraction between two, as short as there is one near the middle.
 * @param above `null` for the next whole number; else above `below`.
 */
const fractionBetween = (below: string, above: string | null): string => {
  let text = '';
  let bound = above;
  for (let place = 0; ; place += 1) {
    const low = place < below.length ? digitAt(below, place) : 0;
    const high = bound === null ? base : place < bound.length ? digitAt(bound, place) : 0;
    if (high - low > 1) return text + digits.charAt(Math.floor((low + high) / 2));
    text += digits.charAt(low);
    // Below the bound from this digit on, whatever follows.
    if (high > low) bound = null;
  }
};

/** The number 0 alone is none: nothing would be below it. */
const check = (key: string | null): void => {
  if (key !== null && (!isKey.test(key) || key === wholeText(0)))
    throw new RangeError(`expected a key but got ${JSON.stringify(key)}`);
};

/**
 * A key that lies between two.
 * @param below `null`: nothing is below.
 * @param above `null`: nothing is above.
 * @throws RangeError on what is no key, and where `below` is not below `above`.
 */
export const keyBetween = (below: string | null, above: string | null): string => {
  check(below);
  check(above);
  if (below !== null && above !== null && below >= above)
    throw new RangeError(`expected a key below ${above} but got ${below}`);
  if (below === null && above === null) return wholeText(Math.floor(numbers / 2));
  if (above === null) {
    const last = below ?? '';
    const whole = wholeOf(last);
    return whole + 1 < numbers
      ? wholeText(whole + 1)
      : last.slice(0, width) + fractionBetween(fractionOf(last), null);
  }
  if (below === null) {
    const whole = wholeOf(above);
    if (whole > 1) return wholeText(whole - 1);
    return wholeText(0) + fractionBetween('', whole === 0 ? fractionOf(above) : null);
  }
  const [low, high] = [wholeOf(below), wholeOf(above)];
  if (high - low > 1) return wholeText(Math.floor((low + high) / 2));
  if (high === low) return wholeText(low) + fractionBetween(fractionOf(below), fractionOf(above));
  return fractionOf(above) === ''
    ? wholeText(low) + fractionBetween(fractionOf(below), null)
    : wholeText(high);
};

/** So many keys, in their order, with as much room between them as there is. */
export const spreadKeys = (count: number): readonly string[] => {
  const step = Math.floor(numbers / (count + 1));
  return Array.from({ length: count }, (_, place) => wholeText(step * (place + 1)));
};
