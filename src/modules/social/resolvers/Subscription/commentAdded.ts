import { commentStream } from './comment-stream.ts';

export const commentAdded = commentStream('added');
