import { serverOrigin } from '@/lib/sync/server-address';
import type { Services } from './services';

/** @throws {AppError} see `Account.signIn` */
export async function signIn(
  { account, loop, views, repaintBadges, logError }: Services,
  interactive: boolean,
) {
  await account.signIn(interactive);
  views.changed();
  const catchUp = async () => {
    await loop.run('sign-in');
    await repaintBadges();
  };
  catchUp().catch((error) => logError('sign-in', error));
}

/** Forgets keys and cards. Notes stay: they wait for their author. */
export async function signOut({ account, cards, views, repaintBadges }: Services) {
  await account.signOut();
  await cards.clear();
  await repaintBadges();
  views.changed();
}

/** Another store knows another organisation: whoever is signed in at the old one is signed out. */
export async function changeServer(s: Services, typed: string) {
  const origin = serverOrigin(typed);
  if (origin === (await s.server.read())) return;
  await signOut(s);
  await s.server.write(origin);
  await s.sites.refresh();
}
