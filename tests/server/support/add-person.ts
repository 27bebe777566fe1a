import type { Role } from '@/lib/protocol/roles';
import { createUser } from '@/server/auth/create-user';
import { getTokens } from './oauth-flow';
import { PASSWORD, type TestStore } from './test-store';

/** Somebody who is signed in beside the four whom every test store has. */
export type Person = { id: string; name: string; call(path: string, body?: unknown): Promise<Response> };

/** Adds somebody to a running store, and signs them in. */
export async function addPerson(
  { server }: TestStore,
  { name, ...is }: { name: string; role: Role; team: string; supervises?: readonly string[] },
): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`;
  const id = await createUser(server.db, { email, name, password: PASSWORD, ...is }, new Date());
  const { access_token } = await getTokens(server.url, { email, password: PASSWORD });
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const call = (path: string, body?: unknown) =>
    fetch(server.url + path, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
  return { id, name, call };
}
