import type { AppErrorCode } from '@/lib/platform/app-error';

/** What went wrong when somebody signed out: told beside the sidebar of one user, which is gone by then. */
export type Leaving = {
  failure: AppErrorCode | null;
  onFailure(code: AppErrorCode): void;
  onRead(): void;
};
