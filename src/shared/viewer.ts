/** What somebody may be; each brings permissions, see `permissionsOf`. */
export const roles = ['VIEWER', 'CREATOR', 'INSTRUCTOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Someone who has shown who they are, as far as answers that are kept may depend on it. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** How a viewer is signed in. Of one viewer there may be several, so no answer that is kept may depend on it. */
export interface ViewerSession {
  readonly id: string;
  /** As BCP 47 has it, such as `de-CH`. */
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** Who sends a request. */
export interface Caller extends Viewer {
  /** `undefined` where something else than a session vouches for them. */
  readonly session?: ViewerSession;
}

/**
 * Who asks. Looking is what makes an answer the viewer's own, so whatever decides by the viewer must look here, and
 * nothing may look without need.
 */
export interface ViewerSeam {
  /** `undefined` when nobody showed who they are. */
  look(): Viewer | undefined;
  /** Makes the answer one that is not kept. */
  session(): ViewerSession | undefined;
}

/** Where a request comes from; what is not known is empty. */
export interface ClientOrigin {
  readonly address: string;
  /** What one customer of a provider has, as limits count it: an IPv4 address, or the /64 of an IPv6 one. */
  readonly network: string;
  readonly userAgent: string;
}
