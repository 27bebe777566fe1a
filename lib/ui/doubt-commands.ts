import type { Doubt } from '@/lib/domain/doubt';
import { type Host, tabOf } from './host';

type Run = (work: () => Promise<unknown>) => Promise<void>;

/** "This looks wrong because…": said, and taken back until it has left. What goes wrong is shown where all failures are. */
export function createDoubtCommands(host: Host, run: Run) {
  return {
    /** @returns the id by which it can be taken back; null where it isn't on disk */
    reportDoubt: async (doubt: Doubt): Promise<string | null> => {
      const id = host.newId();
      let kept: string | null = null;
      await run(async () => {
        await host.call('doubt.report', { ...tabOf(host), id, doubt });
        kept = id;
      });
      return kept;
    },

    /** @returns false where it had left; null where nobody knows */
    withdrawDoubt: async (id: string): Promise<boolean | null> => {
      let withdrawn: boolean | null = null;
      await run(async () => {
        ({ withdrawn } = await host.call('doubt.withdraw', { id }));
      });
      return withdrawn;
    },
  };
}
