import { systemClock } from '@/lib/platform/clock';
import type { Role } from '@/lib/protocol/roles';
import { createUser } from '@/server/auth/create-user';
import type { Terminal } from './terminal';
import type { Store } from './with-store';

export type UserFlags = { email: string; name: string; role: Role; team: string };

/** Never from the command line: other people on the machine can read that. */
async function readPassword(terminal: Terminal): Promise<string> {
  const given = process.env.HEED_PASSWORD;
  if (given) return given;
  const { askSecret } = terminal;
  if (askSecret === null) throw new Error('Set the password in HEED_PASSWORD, or run this in a terminal.');
  const password = await askSecret('Password: ');
  if ((await askSecret('Once more: ')) !== password) throw new Error('The two were not the same.');
  return password;
}

/** `heed user add` */
export async function addUserCommand(flags: UserFlags, store: Store, terminal: Terminal): Promise<void> {
  const password = await readPassword(terminal);
  await createUser(store.db, { ...flags, password }, systemClock.now());
  terminal.print(`${flags.email} may sign in as ${flags.role} of ${flags.team}.`);
}
