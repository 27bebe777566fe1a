import { createHandBack } from '@/lib/cache/hand-back';
import { createGiveNote, type Give } from '@/lib/sync/handover/give-note';
import { createGivenHandovers } from '@/lib/sync/handover/given-handovers';
import { createGivenNames } from '@/lib/sync/handover/given-names';

type Deps = Omit<Parameters<typeof createGiveNote>[0], 'names'> &
  Omit<Parameters<typeof createGivenHandovers>[0], 'names' | 'handBack' | 'push' | 'account'> & {
    account: Pick<Parameters<typeof createGivenHandovers>[0]['account'], 'author'>;
    handBackTo: Parameters<typeof createHandBack>;
    /** the way to the store, under a token */
    wayUp(
      token: string,
    ): Pick<Parameters<typeof createGivenHandovers>[0]['account'], 'request'> & { push(): Promise<unknown> };
  };

/** Calls that change hands, over this page's disk. */
export function createHandovers({ handBackTo, wayUp, ...deps }: Deps) {
  const names = createGivenNames(deps);
  const give = createGiveNote({ ...deps, names });
  const handBack = createHandBack(...handBackTo);
  return {
    /** to the rep's own team */
    give: (noteId: string, rev: number, more: Partial<Give> = {}) =>
      give({ noteId, rev, to: { kind: 'team' }, toName: 'North', ask: '', onLine: false, ...more }),
    takeBack(handoverId: string, token: string): Promise<void> {
      const { push, request } = wayUp(token);
      const send = async () => void (await push());
      const account = { ...deps.account, request };
      return createGivenHandovers({ ...deps, names, handBack, account, push: send }).takeBack(handoverId);
    },
  };
}
