/** A domain that keeps something of its users, so that they can have it and have it forgotten. */
export interface PersonalDataHolder {
  /** What it is called in an export. */
  readonly domain: string;
  /** @returns all that is kept of a user, as JSON can hold it. */
  exportOf(userId: string): Promise<unknown>;
  /** Removes it, or what in it tells who it was. Called again after a failure. */
  eraseOf(userId: string): Promise<void>;
}
