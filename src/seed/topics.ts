import type { SeededRandom } from './seeded-random.ts';

/** What videos of a category are about. */
export interface Topic {
  /** Slug of the category. */
  readonly category: string;
  /** How many of a hundred channels are about it. */
  readonly weight: number;
  /** How long its videos are: the middle one. */
  readonly minutes: number;
  readonly subjects: readonly string[];
  /** Titles, with a subject for `{}` and a small number for `#`. */
  readonly titles: readonly string[];
  /** What its channels are called, after a name or an adjective. */
  readonly channels: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    category: 'music',
    weight: 14,
    minutes: 4,
    subjects: [
      'the Blue Room',
      'Harbour Lights',
      'a Slow Waltz',
      'Cello Suite',
      'Midnight Train',
      'Paper Moons',
    ],
    titles: [
      '{} (live session)',
      '{}, one take',
      'Learning {} by ear',
      '{}: behind the recording',
      '# versions of {}',
    ],
    channels: ['Sessions', 'Strings', 'Records', 'Quartet'],
  },
  {
    category: 'gaming',
    weight: 13,
    minutes: 26,
    subjects: [
      'Deep Harbour',
      'a blind playthrough',
      'Iron Orchard',
      'the last boss',
      'Night Courier',
      'co-op',
    ],
    titles: [
      '{}, part #',
      'I finished {} in # hours',
      '# things nobody tells you about {}',
      '{} without a single hit',
    ],
    channels: ['Plays', 'Arcade', 'Respawn', 'Pixels'],
  },
  {
    category: 'education',
    weight: 10,
    minutes: 14,
    subjects: [
      'fractions',
      'the French Revolution',
      'irregular verbs',
      'probability',
      'how to read a map',
      'the periodic table',
    ],
    titles: [
      '{} in # minutes',
      'What school never told me about {}',
      '{}, explained with a pencil',
      '# exercises on {}',
    ],
    channels: ['Academy', 'Lessons', 'Explained', 'Notes'],
  },
  {
    category: 'howto',
    weight: 9,
    minutes: 11,
    subjects: [
      'a leaking tap',
      'a bookshelf',
      'an old bicycle',
      'wallpaper',
      'a squeaking door',
      'knots that hold',
    ],
    titles: ['How I fixed {}', '{}: # mistakes to avoid', '{} for beginners', '{} with hand tools only'],
    channels: ['Workshop', 'Repairs', 'Makes', 'Bench'],
  },
  {
    category: 'food',
    weight: 9,
    minutes: 9,
    subjects: [
      'sourdough',
      'dumplings',
      'a winter soup',
      'lemon tart',
      'noodles from scratch',
      'one-pan dinners',
    ],
    titles: [
      '{} like my grandmother made it',
      '{} in # steps',
      'I tried {} every day for # weeks',
      'The trouble with {}',
    ],
    channels: ['Kitchen', 'Table', 'Pantry', 'Bakes'],
  },
  {
    category: 'entertainment',
    weight: 8,
    minutes: 13,
    subjects: [
      'strangers',
      'a silent disco',
      'the worst hotel',
      'street magic',
      'the quiz',
      'a treasure hunt',
    ],
    titles: [
      'We tried {} for # days',
      '{}: what happened next',
      '# minutes of {}',
      '{}, but nobody may laugh',
    ],
    channels: ['Show', 'Nights', 'Hour', 'Club'],
  },
  {
    category: 'science',
    weight: 7,
    minutes: 15,
    subjects: [
      'black holes',
      'why ice floats',
      'a home-made telescope',
      'slime moulds',
      'batteries',
      'the smell of rain',
    ],
    titles: [
      '{}, with an experiment',
      'The # strangest facts about {}',
      'What we still do not know about {}',
      '{} under the microscope',
    ],
    channels: ['Lab', 'Curiosity', 'Orbit', 'Physics'],
  },
  {
    category: 'travel',
    weight: 6,
    minutes: 17,
    subjects: [
      'Lisbon',
      'the night train to Vienna',
      'the Faroe Islands',
      'Kyoto in autumn',
      'the Silk Road',
      'Patagonia',
    ],
    titles: ['# days in {}', '{} on a small budget', '{}: what I would do again', 'Getting lost in {}'],
    channels: ['Roams', 'Abroad', 'Wayfaring', 'Miles'],
  },
  {
    category: 'comedy',
    weight: 5,
    minutes: 7,
    subjects: ['my landlord', 'office e-mails', 'the gym', 'family dinners', 'self-checkouts', 'horoscopes'],
    titles: ['{}, a sketch', 'An honest song about {}', '# types of people and {}', '{} (stand-up)'],
    channels: ['Sketches', 'Laughs', 'Nonsense', 'Stand-Up'],
  },
  {
    category: 'sports',
    weight: 5,
    minutes: 12,
    subjects: [
      'the derby',
      'my first marathon',
      'free throws',
      'the long climb',
      'penalty kicks',
      'winter swimming',
    ],
    titles: ['{}: the highlights', '{}, # weeks later', 'How to train for {}', '# moments of {}'],
    channels: ['Athletics', 'Training', 'Sidelines', 'League'],
  },
  {
    category: 'people',
    weight: 5,
    minutes: 10,
    subjects: [
      'moving house',
      'a year abroad',
      'my morning',
      'turning thirty',
      'quitting my job',
      'a letter to myself',
    ],
    titles: ['{}, a diary', 'What {} taught me', '{}: # questions answered', 'Nobody talks about {}'],
    channels: ['Diary', 'Days', 'Journal', 'Life'],
  },
  {
    category: 'animals',
    weight: 3,
    minutes: 6,
    subjects: [
      'a rescued fox',
      'the two tortoises',
      'our old cat',
      'owls at night',
      'a very loud parrot',
      'bees in the city',
    ],
    titles: ['{} and the cardboard box', 'A day with {}', '# minutes of {}', '{}: an update'],
    channels: ['Paws', 'Wildlife', 'Creatures', 'Sanctuary'],
  },
  {
    category: 'news',
    weight: 2,
    minutes: 8,
    subjects: [
      'the housing vote',
      'the new tram line',
      'the harvest',
      'the port strike',
      'the school budget',
      'the storm',
    ],
    titles: ['{}: what we know', '{} in # charts', 'Both sides of {}', '{}, one year on'],
    channels: ['Dispatch', 'Report', 'Briefing', 'Observer'],
  },
  {
    category: 'film',
    weight: 2,
    minutes: 9,
    subjects: [
      'a one-minute western',
      'clay and wire',
      'the long take',
      'title sequences',
      'silent cinema',
      'the last reel',
    ],
    titles: ['{}, a short film', 'How {} works', '# shots from {}', '{}: storyboard to screen'],
    channels: ['Pictures', 'Frames', 'Reels', 'Animation'],
  },
  {
    category: 'vehicles',
    weight: 1,
    minutes: 16,
    subjects: [
      'a 1974 van',
      'the cargo bike',
      'an electric boat',
      'a gearbox',
      'the night bus',
      'a barn find',
    ],
    titles: ['{}, day #', 'Rebuilding {}', '{}: is it worth it?', '# kilometres with {}'],
    channels: ['Garage', 'Motors', 'Wheels', 'Engines'],
  },
  {
    category: 'other',
    weight: 1,
    minutes: 10,
    subjects: [
      'rain on a tin roof',
      'a marble run',
      'the attic',
      'an old map',
      'model trains',
      'a very long walk',
    ],
    titles: ['{}', '{}, # hours', '{}: the whole story'],
    channels: ['Archive', 'Collection', 'Miscellany', 'Corner'],
  },
];

const adjectives = [
  'Quiet',
  'Northern',
  'Paper',
  'Golden',
  'Little',
  'Slow',
  'Copper',
  'Second',
  'Open',
  'Wild',
  'Sunday',
  'Plain',
  'Bright',
  'Crooked',
  'Salt',
  'Velvet',
  'Honest',
  'Distant',
  'Green',
  'Midnight',
] as const;

const additions = [
  '',
  '',
  '',
  '',
  '',
  ' (again)',
  ' | with subtitles',
  ' | my honest opinion',
  ' in the rain',
  ' – the long version',
  ' – the short version',
  ' | by request',
  ' from scratch',
  ' | for my sister',
  ' | season two',
  ' | a reply',
] as const;

const openings = [
  'Thanks for coming by.',
  'This one took me weeks.',
  'You asked for it, so here it is.',
  'No sponsor, no script.',
  'Filmed over a long weekend.',
  'A calm one this time.',
] as const;
const closings = [
  'Tell me below what I should try next.',
  'New videos every week.',
  'Corrections are welcome.',
  'Music by friends.',
  'The list of what I used is in the first comment.',
  'If it helped, tell somebody.',
] as const;

const remarks = [
  'This made my evening.',
  'I have watched this # times now.',
  'Underrated.',
  'Who else is here from the newsletter?',
  'The part at #:4# is everything.',
  'I wish this were longer.',
  'Tried it, and it worked at once. Thank you!',
  'I disagree about the second half, but well made.',
  'Could you do a follow-up?',
  'The sound is a bit low.',
  'My children ask for this every day.',
  'Best thing on here this week.',
  'I did not expect that ending.',
  'Came for the title, stayed for the rest.',
  'Subtitles would be great.',
  'You can see how much work went into this.',
  'Not my favourite of yours, to be honest.',
  'Saving this for later.',
  'First time here, I am staying.',
  'What a lovely voice.',
  'That was over too soon.',
  'Has anybody got the link?',
] as const;
const answers = [
  'Same here.',
  'I thought so too.',
  'No, look again at #:3#.',
  'Thank you, that helped.',
  'Where did you find it?',
  'Exactly this.',
  'It is explained further down.',
  'I see it the other way round.',
  'Glad somebody said it.',
  'Took me # tries.',
  'Could you say more?',
  'Fair point.',
] as const;
const ownersAnswers = [
  'Thank you for watching!',
  'Good idea, I have put it on the list.',
  'It is in the description.',
  'You are right, I got that wrong.',
  'There will be a second part.',
  'That means a lot, thank you.',
] as const;

const filled = (text: string, random: SeededRandom, subject = ''): string => {
  const whole = text.replace('{}', subject).replaceAll('#', () => String(2 + random.below(7)));
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`;
};

/** @param owner the name of whose it is. */
export const channelNameOf = (topic: Topic, owner: string, random: SeededRandom): string => {
  const kind = random.pick(topic.channels);
  const [first = owner] = owner.split(' ');
  return random.happens(0.4) ? `${first}’s ${kind}` : `${random.pick(adjectives)} ${kind}`;
};

export const channelDescriptionOf = (topic: Topic, random: SeededRandom): string =>
  `${filled('Mostly {}, and whatever comes with it.', random, random.pick(topic.subjects))} ${random.pick(closings)}`;

export const titleOf = (topic: Topic, random: SeededRandom): string =>
  filled(random.pick(topic.titles), random, random.pick(topic.subjects)) + random.pick(additions);

export const descriptionOf = (random: SeededRandom): string =>
  `${random.pick(openings)} ${random.pick(closings)}`;

/** What somebody writes about a video, or answers. */
export const remarkOf = (kind: 'remark' | 'answer' | 'ownersAnswer', random: SeededRandom): string => {
  switch (kind) {
    case 'remark': {
      const first = filled(random.pick(remarks), random);
      return random.happens(0.25) ? `${first} ${filled(random.pick(remarks), random)}` : first;
    }
    case 'answer':
      return filled(random.pick(answers), random);
    case 'ownersAnswer':
      return filled(random.pick(ownersAnswers), random);
  }
};
