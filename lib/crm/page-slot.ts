import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { createScriptSlot } from './script-slot';

/** What the script that is always in a CRM tab tells those of ours that come later. */
export type PageAsked = {
  /** who is open now, read anew; null for nobody */
  currentKey(): string | null;
  adapters(): readonly CrmAdapter[];
};

export const pageSlot = createScriptSlot<PageAsked>('page');
