/** What a caught value says, for a sentence that gives it as the reason. */
export function messageOf(caught: unknown): string {
  return caught instanceof Error ? caught.message : JSON.stringify(caught);
}

/** The system's code of a caught error, such as "ENOENT". */
export function systemCodeOf(caught: unknown): string | undefined {
  return caught instanceof Error && 'code' in caught && typeof caught.code === 'string'
    ? caught.code
    : undefined;
}
