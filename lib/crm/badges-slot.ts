import type { createListWatcher } from './list-watcher';
import { createScriptSlot } from './script-slot';

/** Badges in the page: in its lists and beside its record's name. */
export const badgesSlot = createScriptSlot<typeof createListWatcher>('badges');
