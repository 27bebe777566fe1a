import { SECOND } from '@/lib/platform/clock';

/** How long a wrap-up can be undone: enough to notice a slip, short enough to be out of the next caller's way (ms). */
export const UNDO_WINDOW = 15 * SECOND;

/** How long the note is kept from leaving for that: a press at the last moment still has to get to the disk (ms). */
export const UNDO_HOLD = UNDO_WINDOW + SECOND;
