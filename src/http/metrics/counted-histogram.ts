import { Histogram, type Registry } from 'prom-client';
import type { HistogramSnapshot } from '../../shared/histogram.ts';

/** Observations that were counted elsewhere, with their labels. */
export interface Series<Label extends string> {
  readonly labels: Readonly<Partial<Record<Label, string | number>>>;
  readonly seconds: HistogramSnapshot;
}

export interface CountedHistogramOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly Label[];
  readonly registry: Registry;
  readonly read: () => readonly Series<Label>[];
}

type Exposed<Label extends string> = Awaited<ReturnType<Histogram<Label>['get']>>;

/** A histogram whose buckets were filled elsewhere, and are read when somebody scrapes. */
export class CountedHistogram<Label extends string> extends Histogram<Label> {
  readonly #read: () => readonly Series<Label>[];

  constructor({ name, help, labelNames, registry, read }: CountedHistogramOptions<Label>) {
    super({ name, help, labelNames: [...labelNames], registers: [registry] });
    this.#read = read;
  }

  override async get(): Promise<Exposed<Label>> {
    const shape = await super.get();
    const { name } = shape;
    const values = this.#read().flatMap(({ labels, seconds }) => {
      let sum = 0;
      const buckets = seconds.counts.map((inBucket, at) => {
        sum += inBucket;
        const le = seconds.bounds[at] ?? '+Inf';
        return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: sum };
      });
      return [
        ...buckets,
        { metricName: `${name}_sum`, labels, value: seconds.sum },
        { metricName: `${name}_count`, labels, value: seconds.count },
      ];
    });
    return { ...shape, values };
  }
}
