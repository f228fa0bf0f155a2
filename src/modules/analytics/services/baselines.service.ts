import { dayOf, shifted, type Day } from '../days.ts';
import { rollingDays, rollingPeriods, type RollingPeriod } from '../models/records.ts';
import type { BaselineStore } from '../stores/baseline.store.ts';

/** The last day before a period that ends today. */
export const lastBefore = (period: RollingPeriod, today: Day): Day => shifted(today, -rollingDays[period]);

/**
 * Takes the days that have left the periods into what is before them. Begun again it goes on, and two at once do no harm.
 * @param stop ends it between two days.
 */
export const createBaselineWork =
  (baselines: BaselineStore, nowMs: () => number) =>
  async (stop: AbortSignal): Promise<void> => {
    const today = dayOf(nowMs());
    for (const period of rollingPeriods) {
      const upTo = lastBefore(period, today);
      for (;;) {
        if (stop.aborted) return;
        // Asked again each day: another one may be further, or have begun anew.
        const progress = await baselines.begun(period);
        if (progress.through >= upTo) break;
        const next = await baselines.nextDay(progress.through, upTo);
        if (next !== undefined) await baselines.takeIn(progress, next);
        await baselines.reached(progress, next ?? upTo);
      }
    }
  };
