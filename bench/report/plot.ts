import { Error as errorsOnly, logger, parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { contestantNames, entrant } from '../contestants/line-up.ts';
import type { Report } from '../run.ts';
import { workloads } from '../workloads/index.ts';

const plotted = ['page', 'film', 'miss'] as const;
const colours = { ours: '#1f6feb', limit: '#57606a', peer: '#d0a060' } as const;

/** Requests a second of everyone, with the spread of the rounds; one panel a workload, each on its own scale. */
const specOf = ({ results, machine }: Report): TopLevelSpec => {
  const values = plotted.flatMap((workload) =>
    contestantNames.flatMap((name) => {
      const figures = results[workload]?.[name];
      if (!figures) return [];
      const { median, min, max } = figures.requestsPerSecond;
      const { label, role } = entrant(name);
      return [{ workload: workloads[workload].title, label, role, median, min, max }];
    }),
  );
  const axis = { labelLimit: 400 };
  const contestant = { field: 'label', type: 'nominal', sort: null, title: null, axis } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: 'Requests a second on one core',
      subtitle: `median and spread of rounds; ${machine.cpu}, Node ${machine.node}`,
      anchor: 'start',
    },
    background: 'white',
    data: { values },
    facet: {
      row: {
        field: 'workload',
        type: 'nominal',
        title: null,
        sort: null,
        header: { labelAngle: 0, labelOrient: 'top', labelAnchor: 'start', labelFontWeight: 'bold' },
      },
    },
    spec: {
      width: 560,
      height: { step: 18 },
      layer: [
        {
          mark: { type: 'bar' },
          encoding: {
            y: contestant,
            x: { field: 'median', type: 'quantitative', title: null },
            color: {
              field: 'role',
              type: 'nominal',
              scale: { domain: Object.keys(colours), range: Object.values(colours) },
              legend: null,
            },
          },
        },
        {
          mark: { type: 'rule', color: 'black' },
          encoding: { y: contestant, x: { field: 'min', type: 'quantitative' }, x2: { field: 'max' } },
        },
        {
          mark: { type: 'text', align: 'left', dx: 6, fontSize: 10 },
          encoding: {
            y: contestant,
            x: { field: 'max', type: 'quantitative' },
            text: { field: 'median', type: 'quantitative', format: ',.0f' },
          },
        },
      ],
    },
    resolve: { scale: { x: 'independent', y: 'independent' } },
    config: { view: { stroke: null } },
  };
};

/** The plot as SVG; drawn without a canvas, so widths of texts are estimates. */
export const plotOf = async (report: Report): Promise<string> => {
  const view = new View(parse(compile(specOf(report), { logger: logger(errorsOnly) }).spec), {
    renderer: 'none',
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
};
