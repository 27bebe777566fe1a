import type { RejectionCode, StoredNote } from '@/lib/protocol/mutation';

/** Thrown inside a mutation's transaction: rolls it back, and tells the client why it will never be applied. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  constructor(
    readonly code: RejectionCode,
    message: string,
    /** what the store has, where the client is to show both */
    readonly theirs?: StoredNote,
  ) {
    super(message);
  }
}
