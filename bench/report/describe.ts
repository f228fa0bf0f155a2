import type { Report } from '../run.ts';
import { machineLines } from './machine-lines.ts';
import { figureTables, ratioTable, type Table } from './tables.ts';

const asText = ({ title, note, head, rows }: Table): string => {
  const lines = [head, ...rows];
  const widths = head.map((_cell, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const body = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...(note === undefined ? [] : [note]), ...body.map((line) => `  ${line}`)].join('\n');
};

/** For a terminal. */
export const describeReport = (report: Report): string =>
  [machineLines(report).join('\n'), ...figureTables(report).map(asText), asText(ratioTable(report))].join(
    '\n\n',
  );
