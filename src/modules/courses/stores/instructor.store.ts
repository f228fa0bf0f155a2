import type { Listing } from '../../../shared/paging/connection.ts';
import type { Order } from '../../../shared/paging/order.ts';
import type { CourseModels } from '../models/index.ts';
import type { InstructorRecord } from '../models/records.ts';
import { listingIn } from '../../../shared/paging/collection-listing.ts';
import { createRecordStore, type RecordStore } from '../../../shared/record-store.ts';

export type InstructorField = keyof InstructorRecord;

export interface InstructorStore extends RecordStore<InstructorRecord> {
  byUserId(userId: string): Promise<InstructorRecord | null>;
  listing(
    criteria: { readonly verified?: boolean | undefined },
    order: Order<InstructorRecord>,
    fields: readonly InstructorField[],
  ): Listing<InstructorRecord>;
}

export const createInstructorStore = ({ instructors }: CourseModels): InstructorStore => ({
  ...createRecordStore(instructors),
  byUserId: (userId) => instructors.findOne({ userId }).lean<InstructorRecord | null>(),
  listing: ({ verified }, order, fields) =>
    listingIn(instructors, verified === undefined ? {} : { verified }, order, fields),
});
