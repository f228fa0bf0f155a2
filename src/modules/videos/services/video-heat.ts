/** Hours that are looked back. */
export const heatHours = 48;
/** Hours after which a view counts half. */
export const halfLifeHours = 12;
/** Views that a like counts as. */
export const viewsOfALike = 5;

/**
 * What an hour of a video adds to how hot it is, as an expression over its document in `videoHours`:
 *
 *     (views + 5 · likes) · 2^(-(now - hour) / 12)
 *
 * Likes taken back count below zero in the hour in which they are. It never is more than what happened: the hour that runs has begun
 * before now.
 * @param hour expression of the hour since 1970.
 * @param nowHours hours since 1970, with a fraction.
 */
export const heat = (hour: object, nowHours: number): object => {
  const events = {
    $add: [{ $ifNull: ['$views', 0] }, { $multiply: [viewsOfALike, { $ifNull: ['$likes', 0] }] }],
  };
  const age = { $divide: [{ $subtract: [hour, nowHours] }, halfLifeHours] };
  return { $multiply: [events, { $pow: [2, age] }] };
};
