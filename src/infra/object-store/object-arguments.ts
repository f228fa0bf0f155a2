import { maxAddressLifeSeconds, type StoredObject } from '../../shared/object-store.ts';

const maxKeyCharacters = 512;
const keyPattern = /^[A-Za-z0-9_-][\w.-]*(?:\/[A-Za-z0-9_-][\w.-]*)*$/;

/** Type and subtype (RFC 6838, 4.2), without parameters. */
const contentTypePattern = /^[A-Za-z0-9][\w!#$&^.+-]{0,62}\/[A-Za-z0-9][\w!#$&^.+-]{0,62}$/;

/** Whether it names an object. No such key leads out of a folder. */
export const isObjectKey = (key: string): boolean => key.length <= maxKeyCharacters && keyPattern.test(key);

/** @throws RangeError */
export const checkKey = (key: string): void => {
  if (isObjectKey(key)) return;
  throw new RangeError(
    `expected a key of at most ${maxKeyCharacters} letters, digits, "-", "_", "." and "/", none of whose parts is empty or begins with a dot, but got ${JSON.stringify(key)}`,
  );
};

/** @throws RangeError */
export const checkLife = (lifeSeconds: number): void => {
  if (Number.isInteger(lifeSeconds) && lifeSeconds >= 1 && lifeSeconds <= maxAddressLifeSeconds) return;
  throw new RangeError(
    `expected a life of 1 to ${maxAddressLifeSeconds} whole seconds, but got ${lifeSeconds}`,
  );
};

/** @throws RangeError */
export const checkUpload = ({ contentType, sizeBytes }: StoredObject): void => {
  if (!contentTypePattern.test(contentType)) {
    throw new RangeError(`expected a media type such as video/mp4, but got ${JSON.stringify(contentType)}`);
  }
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) {
    throw new RangeError(`expected a number of bytes, but got ${sizeBytes}`);
  }
};

/** @throws RangeError */
export const checkByteCount = (byteCount: number): void => {
  if (Number.isSafeInteger(byteCount) && byteCount >= 1) return;
  throw new RangeError(`expected a number of bytes from 1, but got ${byteCount}`);
};
