import { ok, type Result } from '../../../shared/faults.ts';
import { keyOfGlobalId } from '../../../shared/resolving/global-id.ts';

/** The key of an id that may be left out. @returns BAD_USER_INPUT for an id of something else. */
export const keyIfGiven = (typeName: string, id: string | null | undefined): Result<string | undefined> =>
  id === null || id === undefined ? ok(undefined) : keyOfGlobalId(typeName, id);
