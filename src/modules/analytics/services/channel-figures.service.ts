import type { AnswerLife } from '../../../shared/answer-life.ts';
import type { CounterGroup, Counts } from '../../../shared/counters.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  countOfDays,
  dayOf,
  daysFrom,
  firstDayOf,
  monthOf,
  monthsFrom,
  monthsUpTo,
  shifted,
  startOf,
  type Day,
} from '../days.ts';
import {
  keyOf,
  videoFigures,
  type ChannelFigure,
  type ChannelFigures,
  type VideoFigures,
} from '../models/records.ts';

export interface DaysAsked {
  /** Midnights of UTC. */
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

export type DayFigures = ChannelFigures & { readonly day: Date };
export type MonthFigures = ChannelFigures & { readonly month: Date };

/** A channel in figures; each answer ends with the day. */
export interface ChannelFiguresService {
  totals(
    channel: { readonly _id: string; readonly createdAt: Date },
    life: AnswerLife,
  ): Promise<VideoFigures>;
  /** @returns BAD_USER_INPUT for days that are too many, to come, or in the wrong order. */
  daily(channelId: string, asked: DaysAsked, life: AnswerLife): Promise<Result<readonly DayFigures[]>>;
  /** @returns BAD_USER_INPUT unless from 1 to {@link mostMonths}. */
  monthly(channelId: string, months: number, life: AnswerLife): Promise<Result<readonly MonthFigures[]>>;
}

export const mostDays = 366;
const usualDays = 28;
export const mostMonths = 60;
/** Before, no day is asked for. */
const firstDay = '1970-01-01';

/** Today, which is over at the next midnight of UTC, and the answer with it. */
export const todayOf = (life: AnswerLife): Day => {
  const today = dayOf(life.now());
  life.endsAt(startOf(shifted(today, 1)));
  return today;
};

/** @returns BAD_USER_INPUT that lists every fault. */
export const daysAsked = ({ from, to }: DaysAsked, today: Day): Result<readonly Day[]> => {
  const isGiven = (date: Date | null | undefined): date is Date => date !== null && date !== undefined;
  const tooEarly = [from, to].some((date) => isGiven(date) && date.getTime() < startOf(firstDay));
  if (tooEarly) return fail('BAD_USER_INPUT', `from, to: expected days from ${firstDay} on.`);
  const last = isGiven(to) ? dayOf(to.getTime()) : today;
  const first = isGiven(from) ? dayOf(from.getTime()) : shifted(last, 1 - usualDays);
  const faults: string[] = [];
  if (last > today) faults.push(`to: expected a day up to today, ${today} in UTC, but got ${last}`);
  if (first > last) faults.push(`from: expected a day up to ${last}, but got ${first}`);
  const count = countOfDays(first, last);
  if (count > mostDays)
    faults.push(`from, to: expected at most ${mostDays} days, but got ${count}, from ${first} to ${last}`);
  if (faults.length > 0) return fail('BAD_USER_INPUT', `${faults.join('; ')}.`);
  return ok(daysFrom(first, last));
};

type ReadChannel = Pick<CounterGroup<ChannelFigure>, 'read'>;

export const createChannelFigures = ({
  channelDay,
  channelMonth,
}: {
  readonly channelDay: ReadChannel;
  readonly channelMonth: ReadChannel;
}): ChannelFiguresService => ({
  totals: async ({ _id, createdAt }, life) => {
    const today = todayOf(life);
    // A clock that was behind may have counted the first of it in the month before.
    const opened = shifted(dayOf(createdAt.getTime()), -1);
    const months = monthsFrom(monthOf(opened), monthOf(today));
    const found = await channelMonth.read(months.map((month) => keyOf(_id, month)));
    const sumOf = (figure: keyof VideoFigures): number =>
      found.reduce((sum, counts: Counts<ChannelFigure>) => sum + counts[figure], 0);
    const [views, likes, dislikes, comments] = videoFigures;
    return {
      views: sumOf(views),
      likes: sumOf(likes),
      dislikes: sumOf(dislikes),
      comments: sumOf(comments),
    };
  },
  daily: async (channelId, asked, life) => {
    const days = daysAsked(asked, todayOf(life));
    if (!days.ok) return days;
    const found = await channelDay.read(days.value.map((day) => keyOf(channelId, day)));
    return ok(found.map((counts, at) => ({ ...counts, day: new Date(startOf(days.value[at] ?? firstDay)) })));
  },
  monthly: async (channelId, count, life) => {
    if (count < 1 || count > mostMonths)
      return fail('BAD_USER_INPUT', `months: expected a number from 1 to ${mostMonths}, but got ${count}.`);
    const months = monthsUpTo(monthOf(todayOf(life)), count);
    const found = await channelMonth.read(months.map((month) => keyOf(channelId, month)));
    return ok(
      found.map((counts, at) => ({
        ...counts,
        month: new Date(startOf(firstDayOf(months[at] ?? firstDay))),
      })),
    );
  },
});
