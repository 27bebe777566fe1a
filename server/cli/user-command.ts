import { systemClock } from '@/lib/platform/clock';
import type { Role } from '@/lib/protocol/roles';
import { removeUser } from '@/server/auth/company/removed-people';
import { unlinkCompany } from '@/server/auth/company/unlink-company';
import { createUser } from '@/server/auth/create-user';
import type { Terminal } from './terminal';
import type { Store } from './with-store';

/** commander's way: `--no-password` makes `password` false. */
export type UserFlags = { email: string; name: string; role: Role; team: string; password: boolean };

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
  const password = flags.password ? await readPassword(terminal) : null;
  await createUser(store.db, { ...flags, password }, systemClock.now());
  terminal.print(`${flags.email} may sign in as ${flags.role} of ${flags.team}.`);
}

/** `heed user remove` */
export async function removeUserCommand(email: string, store: Store, terminal: Terminal): Promise<void> {
  await removeUser(store.db, email, systemClock.now());
  terminal.print(`${email} can't sign in any more, and is signed out everywhere. Their notes stay.`);
}

/** `heed user unlink` */
export async function unlinkUserCommand(email: string, store: Store, terminal: Terminal): Promise<void> {
  await unlinkCompany(store.db, email);
  terminal.print(`${email} is known by the company's sign-in anew, whoever comes with that address next.`);
}
