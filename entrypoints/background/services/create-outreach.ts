import { createWaiting, WaitingDb } from '@/lib/cache/waiting';
import { createOutreach, createResultSender } from '@/lib/sync/outreach/outreach';
import { createSendWaiting } from '@/lib/sync/send-waiting';
import { createBlindToken } from '@/lib/sync/signals/blind-token';
import { createNamedSender, createNamelessSender, createSignals } from '@/lib/sync/signals/signals';
import { exclusive } from '../browser-storage';
import type { Network } from './create-network';
import type { Notes } from './create-notes';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import { clock, session } from './shared';

/** What a rep does in a quiet hour: whom to call, and what they noticed. */
export function createOutreachServices(
  { server }: Storage,
  { account, transport }: Network,
  { slots, calls }: Pick<Pages, 'slots'> & Pick<Notes, 'calls'>,
) {
  const waiting = createWaiting(new WaitingDb());
  const tokens = createBlindToken({ account, waiting, exclusive });
  const base = { account, waiting, clock };
  return {
    outreach: createOutreach({ ...base, ...session, calls, slots }),
    signals: createSignals({ ...base, tokens, serverUrl: server.read, random: Math.random }),
    signalTokens: tokens,
    sendWaiting: createSendWaiting({
      ...{ waiting, exclusive, clock },
      senders: {
        'outreach-result': createResultSender({ account }),
        signal: createNamedSender({ account }),
        'nameless-signal': createNamelessSender({ transport }),
      },
    }),
  };
}
