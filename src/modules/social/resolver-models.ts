import type { Connection, Edge } from '../../shared/paging/connection.ts';
import type { ChannelSubscriptionRecord, CommentRecord } from './models/records.ts';

/** What types without a record of their own resolve from. */
export type ChannelSubscriptionConnectionModel = Connection<ChannelSubscriptionRecord>;
export type ChannelSubscriptionEdgeModel = Edge<ChannelSubscriptionRecord>;
export type CommentConnectionModel = Connection<CommentRecord>;
export type CommentEdgeModel = Edge<CommentRecord>;
