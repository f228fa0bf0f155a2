import { beginningsOf, wordsOf, type Asked, askedBy, type Beginnings } from './words.ts';

/** What somebody searched for, as it may be counted and shown to others: its words only. */
export interface Phrase extends Beginnings {
  readonly text: string;
  readonly asked: Asked;
}

const maxPhraseLength = 60;
const maxPhraseWords = 8;

/** Not said in front of everybody, whoever asked for it. */
const rudeWords = new Set(
  (
    'arse arsehole ass asshole bastard bitch blowjob bollocks bugger bullshit clit cock cocksucker cum cunt dick dickhead dildo ' +
    'dyke fag faggot fuck fucked fucker fucking fucks gangbang handjob jizz kike milf motherfucker nazi nigga nigger paki ' +
    'piss porn porno prick pussy rape raped rapist retard shit shitty slut spastic spic tits tranny twat wank wanker whore xxx'
  ).split(' '),
);

/** Mail and web addresses, and names of accounts. */
const address = /@|:\/\/|\bwww\.|[\p{L}\p{N}]\.(?:[a-z]{2,})(?:\/|\b)/iu;

/** As in telephone numbers, cards and accounts; of years there are two at most. */
const maxDigits = 8;
const maxDigitsInARow = 4;

const looksPersonal = (query: string): boolean => {
  const text = query.normalize('NFKC');
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const isNumber = new RegExp(`\\p{N}{${maxDigitsInARow + 1}}`, 'u').test(text);
  return address.test(text) || digits > maxDigits || isNumber;
};

/**
 * @returns `undefined` for what is not to be shown to others, whoever searches for it: too long, without a word of two letters,
 * rude, or like something that tells who somebody is.
 */
export const phraseOf = (query: string): Phrase | undefined => {
  const words = wordsOf(query);
  const text = words.join(' ');
  if (text.length > maxPhraseLength || words.length > maxPhraseWords) return undefined;
  if (!words.some((word) => Array.from(word).length > 1)) return undefined;
  if (looksPersonal(query) || words.some((word) => rudeWords.has(word))) return undefined;
  return { text, asked: askedBy(query), ...beginningsOf([words]) };
};
