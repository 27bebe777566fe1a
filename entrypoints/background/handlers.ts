import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { accountHandlers } from './handlers/account-handlers';
import { adapterHandlers } from './handlers/adapter-handlers';
import { approvalHandlers } from './handlers/approval-handlers';
import { callHandlers } from './handlers/call-handlers';
import { crmNoteHandlers } from './handlers/crm-note-handlers';
import { deskHandlers } from './handlers/desk-handlers';
import { doctorHandlers } from './handlers/doctor-handlers';
import { doubtHandlers } from './handlers/doubt-handlers';
import { editHandlers } from './handlers/edit-handlers';
import { handoverHandlers } from './handlers/handover-handlers';
import { learnHandlers } from './handlers/learn-handlers';
import { lookHandlers } from './handlers/look-handlers';
import { lookupHandlers } from './handlers/lookup-handlers';
import { outreachHandlers } from './handlers/outreach-handlers';
import { pageHandlers } from './handlers/page-handlers';
import { promptHandlers } from './handlers/prompt-handlers';
import { reasonHandlers } from './handlers/reason-handlers';
import { ringHandlers } from './handlers/ring-handlers';
import { teachHandlers } from './handlers/teach-handlers';
import { teamHandlers } from './handlers/team-handlers';
import { viewHandlers } from './handlers/view-handlers';
import type { Services } from './services';

/** One entry per method of the contract. */
export function createHandlers(s: Services): RpcHandlers {
  return {
    ...pageHandlers(s),
    ...callHandlers(s),
    ...reasonHandlers(s),
    ...ringHandlers(s),
    ...lookupHandlers(s),
    ...editHandlers(s),
    ...crmNoteHandlers(s),
    ...handoverHandlers(s),
    ...doubtHandlers(s),
    ...viewHandlers(s),
    ...outreachHandlers(s),
    ...accountHandlers(s),
    ...promptHandlers(s),
    ...adapterHandlers(s),
    ...approvalHandlers(s),
    ...deskHandlers(s),
    ...doctorHandlers(s),
    ...learnHandlers(s),
    ...lookHandlers(s),
    ...teachHandlers(s),
    ...teamHandlers(s),
  };
}
