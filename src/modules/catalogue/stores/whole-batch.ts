/**
 * Documents that a find by keys takes in one reply: Mongo's own first batch ends at 101, and every further one would be
 * a command more, so that a page would cost by its length. A reply of more than 16 MB is cut all the same.
 */
export const wholeBatch = 10_000;
