import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { demo } from './adapters/demo';
import { requestTracker } from './adapters/request-tracker';

/** The CRMs that Heed knows out of the box. The first whose site a page is, reads it. */
export const adapters: readonly CrmAdapter[] = [demo, requestTracker];
