import { fail, ok, type Result } from '../../../shared/faults.ts';
import { sortKeyOf } from '../../../shared/sort-key.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import { byName } from '../course-orders.ts';
import type { InstructorRecord } from '../models/records.ts';
import { mayTeach, mayVerifyInstructors } from '../policy.ts';
import type { CourseStores } from '../stores/index.ts';
import type { InstructorField } from '../stores/instructor.store.ts';
import { parseInstructorProfile } from './course-input.ts';
import { newId } from './naming.ts';

export interface Instructors {
  /** @returns BAD_USER_INPUT for a bad page. */
  list(
    request: { readonly verified: boolean | undefined; readonly page: PageArguments },
    fields: readonly InstructorField[],
  ): Promise<Result<Connection<InstructorRecord>>>;
  /** @returns FORBIDDEN; BAD_USER_INPUT. */
  saveProfile(input: unknown, viewer: ViewerSeam): Promise<Result<InstructorRecord>>;
  /** @returns FORBIDDEN; NOT_FOUND. */
  verify(id: string, verified: boolean, viewer: ViewerSeam): Promise<Result<InstructorRecord>>;
}

export const createInstructors = ({ instructors }: CourseStores): Instructors => ({
  list: async ({ verified, page }, fields) => {
    const request = pageRequest(byName, page);
    if (!request.ok) return request;
    return ok(await readPage(instructors.listing({ verified }, byName, fields), byName, request.value));
  },
  saveProfile: async (input, seam) => {
    const viewer = seam.look();
    if (!viewer || !mayTeach(viewer)) return fail('FORBIDDEN', 'Only instructors and admins teach.');
    const parsed = parseInstructorProfile(input);
    if (!parsed.ok) return parsed;
    const profile = { ...parsed.value, nameKey: sortKeyOf(parsed.value.name) };
    const added = { _id: newId(), userId: viewer.id, verified: false, ...profile };
    const known = await instructors.byUserId(viewer.id);
    if (!known && (await instructors.insert(added))) return ok(added);
    // Or somebody was faster with the same account.
    const there = known ?? (await instructors.byUserId(viewer.id));
    const changed = there && (await instructors.update(there._id, profile));
    return changed ? ok(changed) : fail('CONFLICT', 'The profile was removed at the same time. Try again.');
  },
  verify: async (id, verified, seam) => {
    const viewer = seam.look();
    if (!viewer || !mayVerifyInstructors(viewer)) return fail('FORBIDDEN', 'Only admins verify instructors.');
    const changed = await instructors.update(id, { verified });
    return changed ? ok(changed) : fail('NOT_FOUND', 'There is no instructor with this id.');
  },
});
