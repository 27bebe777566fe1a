// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { createPageReader } from '@/entrypoints/crm.content/page-reader';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample } from './sample-adapter';

it('an answer that was overtaken by a newer one counts no more', async () => {
  const answers: ((adapters: readonly CrmAdapter[]) => void)[] = [];
  const call = () => new Promise((resolve) => answers.push((adapters) => resolve({ adapters })));
  const ctx = { isValid: true, addEventListener() {}, notifyInvalidated() {}, setTimeout };
  const deps = { client: { call }, ctx, changed: vi.fn() };
  const reader = createPageReader(deps as unknown as Parameters<typeof createPageReader>[0]);
  reader.load();
  reader.load();
  answers[1]?.([]);
  answers[0]?.([sample]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(reader.adapters()).toEqual([]);
  expect(deps.changed).toHaveBeenCalledOnce();
});
