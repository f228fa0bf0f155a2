import type { Logger } from '../../src/shared/logger.ts';

export interface LogLine {
  readonly level: keyof Logger;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A logger that keeps what it is told, for tests to look at. */
export const createRecordingLog = (): Logger & { readonly lines: readonly LogLine[] } => {
  const lines: LogLine[] = [];
  const keep =
    (level: LogLine['level']) =>
    (fields: object, message: string): void =>
      void lines.push({ level, fields: { ...fields }, message });
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
};
