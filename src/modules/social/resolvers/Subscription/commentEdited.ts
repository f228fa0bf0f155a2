import { commentStream } from './comment-stream.ts';

export const commentEdited = commentStream('edited');
