import { browser } from 'wxt/browser';
import type { Permissions } from '@/lib/ui/settings-actions';

export const browserPermissions: Permissions = {
  request: (pattern) => browser.permissions.request({ origins: [pattern] }),
  remove: (pattern) => browser.permissions.remove({ origins: [pattern] }),
  knowsPorts: !import.meta.env.FIREFOX,
};
