import { describe, expect, it } from 'vitest';
import { createShutdown } from '@/demo/shutdown';

describe('ending what was started', () => {
  it('ends the last one first, each once, and goes on after one that fails', async () => {
    const ended: string[] = [];
    const failed: unknown[] = [];
    const shutdown = createShutdown((error) => failed.push(error));
    shutdown.add(() => ended.push('store'));
    shutdown.add(() => Promise.reject(new Error('stuck')));
    shutdown.add(async () => ended.push('browser'));
    await Promise.all([shutdown.run(), shutdown.run()]);
    await shutdown.run();
    expect(ended).toEqual(['browser', 'store']);
    expect(failed).toEqual([new Error('stuck')]);
  });
});
