import { describe, expect, it } from 'vitest';
import { onDisk } from '@/lib/cache/storage-error';
import { AppError } from '@/lib/platform/app-error';

const named = (name: string, inner?: Error) =>
  Object.assign(new Error('Marta’s data'), { name, ...(inner && { inner }) });

describe('what goes wrong on disk', () => {
  it.each([
    ['a full disk', named('QuotaExceededError'), 'storage-full'],
    ['a full disk, wrapped once', named('AbortError', named('QuotaExceededError')), 'storage-full'],
    [
      'a full disk, wrapped twice',
      named('BulkError', named('AbortError', named('QuotaExceededError'))),
      'storage-full',
    ],
    ['a database that doesn’t open', named('OpenFailedError', named('InvalidStateError')), 'storage-failed'],
    ['an aborted transaction', named('AbortError'), 'storage-failed'],
    ['something thrown that is no error', 'broken', 'storage-failed'],
    ['our own error', new AppError('not-found'), 'not-found'],
  ])('%s is told by its code', async (_, thrown, code) => {
    const failing = onDisk(() => Promise.reject(thrown));
    await expect(failing).rejects.toMatchObject({ name: 'AppError', code });
  });

  it('doesn’t loop over an error that wraps itself', async () => {
    const error = named('AbortError');
    Object.assign(error, { inner: error });
    await expect(onDisk(() => Promise.reject(error))).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('lets a result pass', async () => {
    expect(await onDisk(async () => 7)).toBe(7);
  });
});
