import { browser } from 'wxt/browser';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';

export function approvalHandlers(s: Services) {
  return {
    'approval.ask': async (question) => ({ asked: await s.approvals.ask(question) }),
    'approval.state': async ({ noteId }) => ({ asked: await s.approvals.state(noteId) }),
    'approval.withdraw': async ({ noteId }) => ({ asked: await s.approvals.withdraw(noteId) }),
    'approval.putAway': ({ noteId }) => s.approvals.putAway(noteId).then(() => ({})),
    'offers.today': async ({ noteId }) => ({ givenMinor: await s.offersToday(noteId) }),
    'approvals.count': async () => ({ waiting: await s.answers.waiting() }),
    'approvals.open': async () => {
      await browser.tabs.create({ url: browser.runtime.getURL('/approvals.html') });
      return {};
    },
    'approvals.list': () => s.answers.list(),
    'approvals.read': (which) => s.answers.read(which),
    'approvals.answer': (said) => s.answers.answer(said),
  } satisfies Partial<RpcHandlers>;
}
