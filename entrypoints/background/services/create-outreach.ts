import { createWaiting, WaitingDb } from '@/lib/cache/waiting';
import { createLateResults } from '@/lib/sync/outreach/late-results';
import { createOutreach, createResultSender } from '@/lib/sync/outreach/outreach';
import { createSendWaiting } from '@/lib/sync/send-waiting';
import { createBlindToken } from '@/lib/sync/signals/blind-token';
import { createNamelessPost } from '@/lib/sync/signals/nameless-post';
import { createNamedSender, createNamelessSender, createSignals } from '@/lib/sync/signals/signals';
import { exclusive } from '../browser-storage';
import { setNamelessAlarm } from '../nameless-alarm';
import type { Network } from './create-network';
import type { Notes } from './create-notes';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import { clock, session } from './shared';

/** What a rep does in a quiet hour: whom to call, and what they noticed. */
export function createOutreachServices(
  { server }: Storage,
  { account, transport }: Network,
  { slots, views, calls }: Pick<Pages, 'slots' | 'views'> & Pick<Notes, 'calls'>,
) {
  const waiting = createWaiting(new WaitingDb());
  const tokens = createBlindToken({ account, waiting, exclusive });
  const base = { account, waiting, clock };
  const sending = { waiting, exclusive, clock };
  const sendNameless = createSendWaiting({
    ...sending,
    senders: { 'nameless-signal': createNamelessSender({ transport }) },
  });
  return {
    forgetRefused: waiting.forgetRefused,
    namelessPost: createNamelessPost({
      ...{ waiting, send: sendNameless, clock, random: Math.random, setAlarm: setNamelessAlarm },
    }),
    lateResults: createLateResults(base),
    outreach: createOutreach({ ...base, ...session, calls, slots }),
    signals: createSignals({ ...base, tokens, serverUrl: server.read, random: Math.random }),
    signalTokens: tokens,
    sendWaiting: createSendWaiting({
      ...sending,
      onRefused: () => views.changed(),
      senders: {
        'outreach-result': createResultSender({ account }),
        signal: createNamedSender({ account }),
      },
    }),
  };
}
