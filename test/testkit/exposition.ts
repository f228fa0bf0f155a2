/** A metric of Prometheus' text format. */
export interface ExposedMetric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly ExposedSample[];
}

export interface ExposedSample {
  /** With `_bucket`, `_sum` or `_count` where it has one. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const label = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)",?/gy;

const labelsIn = (text: string): Record<string, string> => {
  const labels = Object.fromEntries(
    [...text.matchAll(label)].map(([, name = '', value = '']): [string, string] => [name, value]),
  );
  const written = [...text.matchAll(label)].map(([all]) => all).join('');
  if (written !== text) throw new Error(`These are no labels: ${text}`);
  return labels;
};

const numberIn = (text: string): number => {
  const value = text === '+Inf' ? Infinity : text === 'Nan' || text === 'NaN' ? Number.NaN : Number(text);
  if (text !== 'NaN' && text !== 'Nan' && Number.isNaN(value)) throw new Error(`This is no number: ${text}`);
  return value;
};

/**
 * Reads an exposition by the grammar of https://prometheus.io/docs/instrumenting/exposition_formats/.
 * @throws Error at the first line that is none.
 */
export const parseExposition = (text: string): readonly ExposedMetric[] => {
  if (!text.endsWith('\n')) throw new Error('The last line has no end.');
  const metrics: { name: string; help: string; type: string; samples: ExposedSample[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const help = /^# HELP (\S+) (.+)$/.exec(line);
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line);
    const current = metrics.at(-1);
    if (help) {
      const [, name = '', words = ''] = help;
      if (metrics.some((metric) => metric.name === name)) throw new Error(`${name} is there twice.`);
      metrics.push({ name, help: words, type: '', samples: [] });
    } else if (type) {
      const [, name, kind = ''] = type;
      if (!current || current.name !== name) throw new Error(`A type without its help: ${line}`);
      current.type = kind;
    } else {
      const [, name = '', labels = '', value = ''] = sampleLine.exec(line) ?? [];
      if (!current || !name.startsWith(current.name)) throw new Error(`This is no line of it: ${line}`);
      current.samples.push({ name, labels: labelsIn(labels), value: numberIn(value) });
    }
  }
  return metrics;
};
