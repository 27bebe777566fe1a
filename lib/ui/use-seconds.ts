import { SECOND } from '@/lib/platform/clock';
import { useNow } from './use-now';

/** The computer's time, anew each second while somebody counts. */
export const useSeconds = (counting: boolean): Date => useNow(counting ? SECOND : undefined);
