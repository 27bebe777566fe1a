import { type MutationResult, pushResponseSchema } from '@/lib/protocol/mutation';
import type { Role } from '@/lib/protocol/roles';
import type { TestStore } from './test-store';

/** Sends mutations as a user with this role. @returns what became of each, in order */
export async function pushAs(
  store: TestStore,
  role: Role,
  mutations: readonly object[],
): Promise<MutationResult[]> {
  const answer = await store.as(role, '/v1/mutations', { mutations });
  if (!answer.ok) throw new Error(`the store answers ${answer.status} to mutations`);
  return pushResponseSchema.parse(await answer.json()).results;
}
