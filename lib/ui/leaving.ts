import type { AppErrorCode } from '@/lib/platform/app-error';

/** Whose sign-out failed, by `NoteUser.id`, and why. */
export type FailedLeaving = { userId: string; code: AppErrorCode };

/** What went wrong when somebody signed out: told beside the sidebar of one user, which is gone by then. */
export type Leaving = {
  failure: FailedLeaving | null;
  onFailure(failed: FailedLeaving): void;
  /** somebody has read it, or signs out anew */
  onRead(): void;
};
