import { bodyLimit } from 'hono/body-limit';
import { wireError } from './store-app';

/** What comes from somebody who has not said who they are: a sign-in, or a signal without a name, with room. */
export const LARGEST_UNSIGNED = 16 * 1024;

/** Reads no more of a body than that. Where somebody must be signed in, it comes after that was seen. */
export const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => c.json(wireError('too-large', `A body may have ${maxSize} bytes at most.`), 413),
  });
