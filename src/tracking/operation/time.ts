import { mongo } from 'mongoose';
import type { OperationTime } from '../../cache/log/invalidation-log.ts';

const { BSON, Timestamp } = mongo;

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

const isTimestamp = (value: unknown): value is mongo.Timestamp =>
  typeof value === 'object' && value !== null && Reflect.get(value, '_bsontype') === 'Timestamp';

/** Seconds and increment as sixteen hex digits; `undefined` for what is no timestamp. */
export const orderOfTimestamp = (value: unknown): string | undefined =>
  isTimestamp(value) ? `${hex(value.getHighBits())}${hex(value.getLowBits())}` : undefined;

export const timestampOf = (order: string): mongo.Timestamp =>
  new Timestamp({ t: Number.parseInt(order.slice(0, 8), 16), i: Number.parseInt(order.slice(8), 16) });

/**
 * The time of a reply, as the log keeps it.
 * @returns `undefined` when the server tells none, as a standalone one does.
 */
export const timeOfReply = (reply: Readonly<Record<string, unknown>>): OperationTime | undefined => {
  const order = orderOfTimestamp(reply['operationTime']);
  const clusterTime = reply['$clusterTime'];
  if (order === undefined || typeof clusterTime !== 'object' || clusterTime === null) return undefined;
  return { order, signed: Buffer.from(BSON.serialize({ clusterTime })).toString('base64') };
};

/** The later of two times. */
export const laterOf = (
  a: OperationTime | undefined,
  b: OperationTime | undefined,
): OperationTime | undefined => (a === undefined || (b !== undefined && b.order > a.order) ? b : a);

const isClusterTime = (value: unknown): value is mongo.ClusterTime =>
  typeof value === 'object' && value !== null && isTimestamp(Reflect.get(value, 'clusterTime'));

/** The driver's own form of times: one time is asked for by every operation until the next write. */
const inDriversForm = new WeakMap<OperationTime, { clusterTime: mongo.ClusterTime; time: mongo.Timestamp }>();

const driversForm = (time: OperationTime): { clusterTime: mongo.ClusterTime; time: mongo.Timestamp } => {
  const known = inDriversForm.get(time);
  if (known) return known;
  // Key ids exceed a double's precision.
  const { clusterTime } = BSON.deserialize(Buffer.from(time.signed, 'base64'), { promoteLongs: false });
  if (!isClusterTime(clusterTime)) throw new Error('expected a signed cluster time but got something else');
  const form = { clusterTime, time: timestampOf(time.order) };
  inDriversForm.set(time, form);
  return form;
};

/**
 * Makes the session's next commands see at least this time. The driver drops `afterClusterTime` when it is
 * given as an option; a session sends it. Without the signed cluster time, a server that has not heard of the
 * time yet would refuse it.
 * @throws Error when `signed` is not what {@link timeOfReply} made.
 */
export const advanceSession = (session: mongo.ClientSession, operationTime: OperationTime): void => {
  const { clusterTime, time } = driversForm(operationTime);
  session.advanceClusterTime(clusterTime);
  session.advanceOperationTime(time);
};
