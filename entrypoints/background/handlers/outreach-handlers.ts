import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';
import { place } from './place';

/** Whom to call in a quiet hour, and what reps noticed. */
export function outreachHandlers(s: Services) {
  const changed = () => {
    s.views.changed();
    return {};
  };
  return {
    'outreach.state': () => s.outreach.view(),
    'outreach.next': () => s.outreach.next(),
    'outreach.begin': async ({ noteId, ...input }, caller) => {
      const begun = await s.outreach.begin(place(caller, input), noteId);
      changed();
      return { begun };
    },
    'outreach.result': (told) => s.outreach.result(told).then(changed),
    'outreach.refused': async () => ({ refused: await s.lateResults.count() }),
    'outreach.putAway': () => s.lateResults.putAway().then(changed),
    'outreach.giveBack': () => s.outreach.giveBack().then(changed),
    'signal.state': () => s.signals.state(),
    'signal.give': async (given) => {
      const id = await s.signals.give(given);
      await s.namelessPost.plan();
      return { id };
    },
    'signal.takeBack': async ({ id }) => ({ taken: await s.signals.takeBack(id) }),
    'signal.throwAway': () => s.signals.throwAway().then(() => ({})),
  } satisfies Partial<RpcHandlers>;
}
