/**
 * What the rooms log with: the subset of pino's interface that they use, so that a room which may import
 * nothing else can still be handed a logger. Fields first, then a sentence.
 */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
