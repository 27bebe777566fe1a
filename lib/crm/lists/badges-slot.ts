import { createScriptSlot } from '../script-slot';
import type { createListWatcher } from './list-watcher';

/** Badges in the page: in its lists and beside its record's name. */
export const badgesSlot = createScriptSlot<typeof createListWatcher>('badges');
