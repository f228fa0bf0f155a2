/** A key that signs access tokens (HS256) and verifies them. */
export interface TokenKey {
  /** Stands in the header of the tokens it signed, as `kid`. */
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
}
