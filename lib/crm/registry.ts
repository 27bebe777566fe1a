import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { chatwoot } from './adapters/chatwoot';
import { demo } from './adapters/demo';
import { dynamics365 } from './adapters/dynamics-365';
import { espocrm } from './adapters/espocrm';
import { freshdesk } from './adapters/freshdesk';
import { freshsales } from './adapters/freshsales';
import { front } from './adapters/front';
import { gorgias } from './adapters/gorgias';
import { helpScout } from './adapters/help-scout';
import { hubspot } from './adapters/hubspot';
import { intercom } from './adapters/intercom';
import { odoo } from './adapters/odoo';
import { pipedrive } from './adapters/pipedrive';
import { requestTracker } from './adapters/request-tracker';
import { salesforce } from './adapters/salesforce';
import { servicenow } from './adapters/servicenow';
import { suitecrm7 } from './adapters/suitecrm-7';
import { suitecrm8 } from './adapters/suitecrm-8';
import { tryton } from './adapters/tryton';
import { twenty } from './adapters/twenty';
import { zammad } from './adapters/zammad';
import { zendesk } from './adapters/zendesk';
import { zohoCrm } from './adapters/zoho-crm';
import { zohoDesk } from './adapters/zoho-desk';

/** The CRMs that Heed knows out of the box. Of those whose site a page is, the first that knows the page reads it. */
export const adapters: readonly CrmAdapter[] = [
  demo,
  requestTracker,
  tryton,
  chatwoot,
  dynamics365,
  espocrm,
  freshdesk,
  freshsales,
  front,
  gorgias,
  helpScout,
  hubspot,
  intercom,
  odoo,
  pipedrive,
  salesforce,
  servicenow,
  suitecrm7,
  suitecrm8,
  twenty,
  zammad,
  zendesk,
  zohoCrm,
  zohoDesk,
];
