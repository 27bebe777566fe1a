import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The socket's address of whoever sent the request being answered: better-auth hands its hooks the request only, and
 * any header in it is the sender's own word.
 */
export const networkAddress = new AsyncLocalStorage<string>();
