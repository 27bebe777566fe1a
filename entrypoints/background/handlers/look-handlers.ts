import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { setLanguage } from '@/lib/platform/language';
import type { Services } from '../services';
import { adaptersChanged } from '../tell-pages';

export function lookHandlers(s: Services) {
  return {
    'look.get': (_, caller) => s.look.of('topOrigin' in caller ? caller.topOrigin : null),
    'look.setLanguage': async ({ language }) => {
      await s.look.setLanguage(language);
      setLanguage(language);
      s.views.changed();
      await Promise.all([s.repaintBadges(), adaptersChanged()]);
      return {};
    },
    'look.setPrivate': async ({ isPrivate }) => {
      await s.look.setPrivate(isPrivate);
      s.views.changed();
      return {};
    },
    'look.setPlace': async (place, { topOrigin }) => {
      await s.look.setPlace(topOrigin, place);
      s.views.changed();
      return {};
    },
    'page.look': async (_, { topOrigin }) => {
      const { language, place } = await s.look.of(topOrigin);
      return { language, place };
    },
  } satisfies Partial<RpcHandlers>;
}
