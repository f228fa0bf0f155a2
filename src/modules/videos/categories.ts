/** What a video is about. */
export interface VideoCategoryRecord {
  readonly slug: string;
  readonly name: string;
}

/** In the order to show. A slug stays for ever: videos are kept under it. */
export const videoCategories: readonly VideoCategoryRecord[] = [
  { slug: 'film', name: 'Film & animation' },
  { slug: 'music', name: 'Music' },
  { slug: 'comedy', name: 'Comedy' },
  { slug: 'entertainment', name: 'Entertainment' },
  { slug: 'gaming', name: 'Gaming' },
  { slug: 'sports', name: 'Sports' },
  { slug: 'news', name: 'News & politics' },
  { slug: 'education', name: 'Education' },
  { slug: 'science', name: 'Science & technology' },
  { slug: 'howto', name: 'How-to & style' },
  { slug: 'food', name: 'Food' },
  { slug: 'travel', name: 'Travel' },
  { slug: 'people', name: 'People & blogs' },
  { slug: 'animals', name: 'Animals' },
  { slug: 'vehicles', name: 'Vehicles' },
  { slug: 'other', name: 'Other' },
];

const bySlug = new Map(videoCategories.map((category) => [category.slug, category]));

export const isCategory = (slug: string): boolean => bySlug.has(slug);

export const expectedCategory = `expected one of ${[...bySlug.keys()].join(', ')}`;

/** One that is no longer known keeps its slug as its name. */
export const categoryOf = (slug: string): VideoCategoryRecord => bySlug.get(slug) ?? { slug, name: slug };
