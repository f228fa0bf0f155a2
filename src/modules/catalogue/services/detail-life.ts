/** Views above which the details of a film live as long as the schema says, and above which they live twice as long. */
const knownViews = 1_000;
const popularViews = 10_000;

/**
 * What the life of a film's details is multiplied with: what many ask for is worth keeping for longer, and what hardly
 * anybody asks for makes room. It does not make them older than a change: that drops them at once.
 */
export const detailLifeFactor = (views: number): number => {
  if (views > popularViews) return 2;
  return views > knownViews ? 1 : 0.5;
};
