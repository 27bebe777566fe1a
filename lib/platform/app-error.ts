/** Every error the product raises on purpose. The words a person reads are chosen from the code, in `lib/ui/error-text.ts`. */
export const appErrorCodes = [
  'not-allowed', // this sender or role may not do this
  'bad-input', // the input does not fit its schema
  'signed-out', // nobody is signed in, or the keys were forgotten
  'session-expired', // sign in again; nothing is lost
  'offline', // the store can't be reached
  'server-error', // the store answered, but not with what we asked for
  'not-found',
  'still-asked', // a question of this call, or five of others, wait for a supervisor
  'identity-changed', // the page shows someone else by now
  'storage-full',
  'storage-failed',
  'storage-blocked', // an older Heed in this browser holds the notes' database
  'damaged', // bytes are not what was written; they are fetched again
  'outdated', // the store no longer speaks this version
  'internal',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** An error with a code that survives the way from the background to a page. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: AppErrorCode,
    message: string = code,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Bytes that can't be what they should be, or that only a newer Heed reads: whatever held them, it is fetched again. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'damaged' || error.code === 'outdated');
}

/** The code of any thrown thing: ours, or `internal`. */
export function errorCode(error: unknown): AppErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}
