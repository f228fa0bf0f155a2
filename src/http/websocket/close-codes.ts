/** Why we close a connection, in the codes of RFC 6455 and of the protocol `graphql-transport-ws`. */
export const closeCodes = {
  /** The server stops: clients connect again, and reach another one. */
  goingAway: 1001,
  /** Clients connect again after a while. */
  tryAgainLater: 1013,
  internal: 4500,
  /** The credentials are wrong or over. Clients of `graphql-ws` connect again, and so ask for new `connectionParams`. */
  forbidden: 4403,
} as const;
