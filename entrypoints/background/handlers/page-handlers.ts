import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { AppError } from '@/lib/platform/app-error';
import { takeReport, takeRing } from '../page-changes';
import { panelOpened } from '../panel';
import type { Services } from '../services';
import { adaptersFor, answerForSite } from './adapter-handlers';
import { learnFrom } from './learn-handlers';
import { place } from './place';

/** Looks at the page once more: nobody waits for it. */
function learn(s: Services, tabId: number, answer: Parameters<typeof learnFrom>[2]): void {
  learnFrom(s, tabId, answer).catch((error) => s.logError('learning', error));
}

export function pageHandlers(s: Services) {
  return {
    'page.report': (report, caller) => takeReport(s, caller, report),
    'page.adapters': (_, { topOrigin }) => adaptersFor(s, topOrigin),
    'page.bring': ({ script }, caller) => s.sites.bring(caller, script).then(() => ({})),
    'page.levels': ({ people }, { tabId }) => s.levels(tabId, people),
    'call.ring': (report, caller) => takeRing(s, caller, report).then(() => ({})),
    'frame.invite': async (_, caller) => ({ nonce: await s.pairing.mint(caller) }),
    'panel.open': async (_, caller) => {
      await panelOpened(caller.tabId);
      return {};
    },
    'frame.pair': async ({ nonce }, caller) => {
      if (!(await s.pairing.redeem(nonce, caller))) throw new AppError('not-allowed', 'pairing');
      return {};
    },
    'site.answer': async ({ key, right, ...input }, caller) => {
      const { tabId } = place(caller, input);
      if (tabId === undefined) throw new AppError('bad-input', 'no tab');
      await answerForSite(s, tabId, { key, right });
      if (right) learn(s, tabId, { key, cardNumber: null });
      return {};
    },
    'page.choose': async ({ key, cardNumber, shown, ...input }, caller) => {
      const { tabId } = place(caller, input);
      if (tabId === undefined) throw new AppError('bad-input', 'no tab');
      await s.choices.choose(tabId, { key, cardNumber, shown });
      if (cardNumber !== null) learn(s, tabId, { key, cardNumber });
      await s.toolbar.show(tabId, await s.reports.badge(tabId));
      s.views.changed(tabId);
      return {};
    },
    'page.chooseAgain': async ({ key, ...input }, caller) => {
      const { tabId } = place(caller, input);
      if (tabId === undefined) throw new AppError('bad-input', 'no tab');
      await s.tabs.chooseAgain(tabId, key);
      await s.toolbar.show(tabId, await s.reports.badge(tabId));
      s.views.changed(tabId);
      return {};
    },
  } satisfies Partial<RpcHandlers>;
}
