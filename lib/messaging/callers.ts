import { z } from 'zod';

/** Where a rep's call is: the frame in the CRM's page, or the browser's own panel. */
export const sidebar = ['frame', 'panel'] as const;
/** Where a click on the toolbar's button may lead, for what that button shows: also its popup. */
export const answering = ['frame', 'panel', 'popup'] as const;
export const anyPage = ['frame', 'panel', 'page'] as const;

/** The panel says which tab it stands beside; for a frame the browser says it, and this is ignored. */
export const tab = { tabId: z.int().optional() };
