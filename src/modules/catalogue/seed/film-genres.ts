/** Genres that the data calls by one name and that hold two things, most important first. */
const namesByMajorGenre: ReadonlyMap<string, readonly string[]> = new Map([
  ['Romantic Comedy', ['Comedy', 'Romance']],
  ['Black Comedy', ['Comedy', 'Black Comedy']],
]);

/** Creative types that are genres. The others say how true a story is, or when it takes place. */
const nameByCreativeType: ReadonlyMap<string, string> = new Map([
  ['Fantasy', 'Fantasy'],
  ['Kids Fiction', 'Family'],
  ['Science Fiction', 'Science Fiction'],
  ['Super Hero', 'Super Hero'],
]);

/**
 * Names of a film's genres, in order of importance, without repeats: those of its major genre, then the one of its
 * creative type. A major genre that is not known here stands for itself.
 */
export function genreNamesOf(majorGenre: string | null, creativeType: string | null): string[] {
  const major = majorGenre === null ? [] : (namesByMajorGenre.get(majorGenre) ?? [majorGenre]);
  const creative = creativeType === null ? undefined : nameByCreativeType.get(creativeType);
  return [...new Set(creative === undefined ? major : [...major, creative])];
}
