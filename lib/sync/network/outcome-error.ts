import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import { storeRefuses } from './store-said';
import type { Outcome } from './transport';

function refusal(status: number, code: string | null): AppErrorCode {
  if (code === 'outdated') return 'outdated';
  if (status === 403) return 'not-allowed';
  return status === 404 ? 'not-found' : 'server-error';
}

/** The error a person is told of, for a request that they wait for. */
export function outcomeError(outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>): AppError {
  switch (outcome.kind) {
    case 'offline':
    case 'retry-later':
      return new AppError('offline');
    case 'signed-out':
      return new AppError('session-expired');
    case 'refused':
      // A proxy's, which says nothing of what the store allows.
      if (!storeRefuses(outcome)) return new AppError('server-error');
      return new AppError(refusal(outcome.status, outcome.code));
    case 'server-error':
      return new AppError('server-error');
  }
}
