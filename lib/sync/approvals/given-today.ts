import type { Drafts } from '@/lib/cache/drafts';
import type { Outbox } from '@/lib/cache/outbox';
import type { NoteContent } from '@/lib/domain/note';
import { asCounted, givenToday } from '@/lib/domain/offer-room';
import { offersTodaySchema } from '@/lib/protocol/approval';
import type { Account } from '@/lib/sync/account/account';

type TodayDeps = {
  account: Pick<Account, 'author' | 'request' | 'organisation' | 'now'>;
  drafts: Pick<Drafts, 'list'>;
  outbox: Pick<Outbox, 'list'>;
};

/**
 * What the rep gave today in other calls: what the store has, and what is still on this computer.
 * @returns null where the store can't say: then nobody knows
 */
export function createGivenToday({ account, drafts, outbox }: TodayDeps) {
  return async (noteId: string | undefined): Promise<number | null> => {
    const { id: userId } = await account.author();
    const session = (await account.organisation())?.session;
    if (!session || session.playbook.limitPerDayMinor === null) return null;
    const answer = await account.request({ path: '/v1/offers/today', schema: offersTodaySchema }, userId);
    if (answer.kind !== 'ok') return null;
    const parked = (await drafts.list(userId)).filter((d) => d.noteId !== noteId && !d.draft.edits);
    const unsent = (await outbox.list(userId)).flatMap(({ mutation, state }) =>
      mutation?.name === 'saveNote' && state !== 'dropped' ? [mutation.args.content] : [],
    );
    const contents: NoteContent[] = [...parked.map((d) => d.draft.content), ...unsent];
    const here = asCounted(
      session.playbook,
      contents.flatMap((content) => content.offers),
    );
    return answer.value.givenMinor + givenToday(session.rules.calendar.zone, here, await account.now());
  };
}
