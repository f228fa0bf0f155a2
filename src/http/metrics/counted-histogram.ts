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

/** What the registry writes a metric from. */
interface Exposed {
  readonly name: string;
  readonly help: string;
  readonly type: 'histogram';
  readonly values: readonly {
    readonly metricName: string;
    readonly labels: Readonly<Record<string, string | number | undefined>>;
    readonly value: number;
  }[];
}

/** A histogram whose buckets were filled elsewhere, and are read when somebody scrapes. */
export class CountedHistogram<Label extends string> extends Histogram<Label> {
  readonly #options: CountedHistogramOptions<Label>;

  constructor(options: CountedHistogramOptions<Label>) {
    const { name, help, labelNames, registry } = options;
    super({ name, help, labelNames: [...labelNames], registers: [registry] });
    this.#options = options;
  }

  /** What the registry calls to write its text; the types of prom-client leave it out. */
  async getForPromString(): Promise<Exposed> {
    const { name, help, read } = this.#options;
    const values = read().flatMap(({ labels, seconds }) => {
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
    return { name, help, type: 'histogram', values };
  }
}
