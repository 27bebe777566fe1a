import { systemClock } from '@/lib/platform/clock';
import { createErrorLog } from '@/lib/platform/error-log';
import { exclusive, sessionArea } from '../browser-storage';

export const clock = systemClock;
/** What lasts until the browser is closed. */
export const session = { area: sessionArea, exclusive };
export const logError = createErrorLog((text) => console.error(text));
