import { adapterGuards } from './adapter-guards';
import { approvalGuards } from './approval-guards';
import { bookGuards } from './book-guards';
import { boundsGuards } from './bounds-guards';
import { companyGuards } from './company-guards';
import { crmNoteGuards } from './crm-note-guards';
import { deskGuards } from './desk-guards';
import { detailGuards } from './detail-guards';
import { editGuards } from './edit-guards';
import { genericGuards } from './generic-guards';
import { glanceGuards } from './glance-guards';
import type { Guard } from './guard';
import { handoverGuards } from './handover-guards';
import { keyGuards } from './key-guards';
import { labelGuards } from './label-guards';
import { limitGuards } from './limit-guards';
import { listGuards } from './list-guards';
import { lookupGuards } from './lookup-guards';
import { mendGuards } from './mend-guards';
import { newcomerGuards } from './newcomer-guards';
import { nextUserGuards } from './next-user-guards';
import { noteGuards } from './note-guards';
import { outreachGuards } from './outreach-guards';
import { pageGuards } from './page-guards';
import { playbookGuards } from './playbook-guards';
import { publishGuards } from './publish-guards';
import { reasonGuards } from './reason-guards';
import { repGuards } from './rep-guards';
import { reviewGuards } from './review-guards';
import { ringGuards } from './ring-guards';
import { sidebarGuards } from './sidebar-guards';
import { signOutGuards } from './sign-out-guards';
import { siteGuards } from './site-guards';
import { storageGuards } from './storage-guards';
import { storeGuards } from './store-guards';
import { tabGuards } from './tab-guards';
import { teachGuards } from './teach-guards';
import { teamGuards } from './team-guards';
import { trustGuards } from './trust-guards';
import { undoGuards } from './undo-guards';
import { watchGuards } from './watch-guards';

/** Every guard that `npm run test:guards` takes out once, the quick ones first. */
export const guards: readonly Guard[] = [
  ...repGuards,
  ...playbookGuards,
  ...bookGuards,
  ...mendGuards,
  ...pageGuards,
  ...tabGuards,
  ...adapterGuards,
  ...genericGuards,
  ...listGuards,
  ...ringGuards,
  ...lookupGuards,
  ...sidebarGuards,
  ...nextUserGuards,
  ...siteGuards,
  ...newcomerGuards,
  ...deskGuards,
  ...storageGuards,
  ...trustGuards,
  ...watchGuards,
  ...teachGuards,
  ...labelGuards,
  ...noteGuards,
  ...undoGuards,
  ...crmNoteGuards,
  ...detailGuards,
  ...glanceGuards,
  ...storeGuards,
  ...publishGuards,
  ...outreachGuards,
  ...keyGuards,
  ...editGuards,
  ...signOutGuards,
  ...handoverGuards,
  ...approvalGuards,
  ...reviewGuards,
  ...teamGuards,
  ...reasonGuards,
  ...boundsGuards,
  ...limitGuards,
  ...companyGuards,
];
