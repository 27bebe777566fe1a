import { z } from 'zod';

/** Where a rep's call is: the frame in the CRM's page, or the browser's own panel. */
export const sidebar = ['frame', 'panel'] as const;
/** Whoever may answer a ring: also the popup that a click on the ringing button opens. */
export const answering = ['frame', 'panel', 'popup'] as const;
export const anyPage = ['frame', 'panel', 'page'] as const;

/** The panel says which tab it stands beside; for a frame the browser says it, and this is ignored. */
export const tab = { tabId: z.int().optional() };
