import type { Card } from '@/lib/domain/card';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { type OrganisationRules, organisationRulesSchema } from '@/lib/domain/organisation-rules';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CallSlot, PageSlot, RingSlot, SidebarView, SyncState } from '@/lib/messaging/sidebar-view';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { playbook } from './make-playbook';

/** Business time in all of these. */
export const NOW = '2026-11-22T13:03:00.000Z';

export function makeCard(part: Partial<Card> = {}): Card {
  return {
    number: 202,
    version: 7,
    score: { value: 4, at: '2026-11-10T09:00:00.000Z', kind: 'transactional', mode: 'email' },
    earlier: [
      { value: 8, at: '2026-05-02T09:00:00.000Z' },
      { value: 9, at: '2025-11-04T09:00:00.000Z' },
      { value: 7, at: '2025-05-06T09:00:00.000Z' },
    ],
    risk: {
      level: 'critical',
      points: 95,
      drivers: [
        { code: 'score-detractor', points: 25 },
        { code: 'contract-monthly', points: 20 },
        { code: 'contacts-many', points: 15 },
        { code: 'promise-broken', points: 15 },
      ],
      at: '2026-11-22T04:00:00.000Z',
    },
    tier: 'Gold',
    since: '2020-08-14',
    contract: 'monthly',
    contacts90: 3,
    lastContactAt: '2026-11-14T10:00:00.000Z',
    lastReasons: ['billed-twice'],
    brokenPromises: 1,
    openCase: { dueAt: '2026-11-23T16:00:00.000Z' },
    complaintOpen: false,
    supportNeeded: false,
    doNotContact: false,
    ...part,
  };
}

export const okCard = (): Card =>
  makeCard({
    number: 318,
    score: { value: 9, at: '2026-10-01T09:00:00.000Z', kind: 'relational', mode: 'web' },
    earlier: [{ value: 9, at: '2026-01-01T09:00:00.000Z' }],
    risk: { level: 'low', points: 5, drivers: [{ code: 'contract-yearly', points: 5 }], at: NOW },
    contacts90: 0,
    lastReasons: [],
    brokenPromises: 0,
    openCase: null,
    contract: 'yearly',
  });

export type PageCustomer = Extract<PageSlot, { state: 'customer' }>;

export function makePage(part: Partial<PageCustomer> = {}): PageCustomer {
  const card = part.card === undefined ? makeCard() : part.card;
  return {
    state: 'customer',
    key: 'demo C-00202',
    name: 'Marta Kowalczyk',
    accountEnd: '',
    customer: {
      cardNumber: card?.number ?? null,
      identifiers: [{ kind: 'email', value: 'marta@example.org' }],
    },
    card,
    damaged: false,
    askSite: false,
    newcomer: false,
    ...part,
  };
}

export const jurgen = (): PageCustomer =>
  makePage({ key: 'demo C-00318', name: 'Jürgen Hoffmann-Weißenfels', card: okCard() });

export function makeContent(part: Partial<NoteContent> = {}): NoteContent {
  return { ...emptyNoteContent, ...part };
}

export function makeCall(part: Partial<CallSlot> = {}): CallSlot {
  const { name, customer, card } = makePage();
  return {
    noteId: '019ab000-0000-7000-8000-000000000001',
    direction: 'inbound',
    name,
    accountEnd: '',
    customer,
    card,
    content: makeContent(),
    dismissed: [],
    startedAt: '2026-11-22T12:58:00.000Z',
    rev: 0,
    savedAt: null,
    pageDiffers: false,
    damaged: false,
    ...{ line: '', begunBy: '', asked: '', movedFrom: '', movedFromEnd: '', askAgain: null },
    editing: null,
    ...part,
  };
}

export function makeSync(part: Partial<SyncState> = {}): SyncState {
  return {
    online: true,
    unsent: 0,
    undoable: false,
    drafts: 0,
    oldestUnsentAt: null,
    needsAttention: 0,
    unsentOfOthers: 0,
    customers: 5000,
    coming: null,
    lastPullAt: NOW,
    unlocked: true,
    damaged: false,
    lost: null,
    ...part,
  };
}

export function makeView(part: Partial<SidebarView> = {}): SidebarView {
  return {
    account: { state: 'signed-in', id: 'u1', name: 'Rosa Lind' },
    now: NOW,
    page: makePage(),
    call: null,
    parked: [],
    rings: [],
    undoable: null,
    sync: makeSync(),
    ...part,
  };
}

export function makeRing(part: Partial<RingSlot> = {}): RingSlot {
  return {
    id: '019ab000-0000-7000-8000-0000000000c1',
    via: 'page',
    from: 'https://phone.example',
    said: '+49 711 5550 202',
    at: NOW,
    why: 'one',
    candidates: [{ card: makeCard(), name: '', storeName: '', accountEnd: null, foundBy: ['phone'] }],
    ...part,
  };
}

export function makeOffer(part: Partial<Offer> = {}): Offer {
  return {
    id: '019ab000-0000-7000-8000-0000000000aa',
    actionCode: 'refund-charge',
    amountMinor: 1800,
    state: 'offered',
    reference: '',
    taskOwner: '',
    at: NOW,
    approvalId: null,
    ...part,
  };
}

/** Rules as an organisation in Berlin has them; Christmas is off. */
export function makeRules(part: Partial<OrganisationRules> = {}): OrganisationRules {
  return {
    ...organisationRulesSchema.parse({
      calendar: { zone: 'Europe/Berlin', holidays: ['2026-12-25', '2026-12-26'] },
      jurisdiction: 'uk-fca',
    }),
    ...part,
  };
}

export function makeOrganisation(): NonNullable<RpcOutput<'organisation.get'>> {
  const reason = (code: string, category: string, label: string, contactReason = true) => ({
    ...{ code, category, label, contactReason },
  });
  return {
    protocol: 1,
    adapters: [],
    reasonModel: null,
    adaptersOff: [],
    accountNumbers: null,
    rules: makeRules(),
    topContactReasons: ['engineer-missed', 'price-increase', 'bill-unclear'],
    user: { id: 'u1', name: 'Rosa Lind', email: 'rosa@example.org', role: 'rep', team: 'North' },
    organisation: { name: 'Fjord Telecom', defaultRegion: 'DE', currency: 'EUR', generated: false },
    reasons: [
      reason('billed-twice', 'Billing', 'Billed twice or wrongly'),
      reason('bill-unclear', 'Billing', 'Bill not understood'),
      reason('engineer-missed', 'Delivery', 'Engineer did not come'),
      reason('price-increase', 'Price', 'Price went up'),
      reason('treated-badly', 'People', 'Treatment by staff', false),
      reason('long-wait', 'Waiting', 'Waited too long', false),
      reason('told-again', 'Waiting', 'Had to tell it again', false),
    ],
    playbook,
    now: NOW,
    asOf: null,
  };
}

export function makeDetail(part: Partial<CustomerDetail> = {}): CustomerDetail {
  return {
    number: 202,
    responses: [
      {
        score: 4,
        at: '2026-11-10T09:00:00.000Z',
        verbatim:
          'I was billed twice in October, called about it three times, and each time somebody else promised to sort it out. Nobody rang back. I am tired of telling the same story.',
        kind: 'transactional',
        mode: 'email',
        about: 'First payment',
      },
    ],
    notes: [
      {
        noteId: '019ab000-0000-7000-8000-0000000000b1',
        author: 'Tom Okafor',
        importedBy: null,
        at: '2026-11-14T10:00:00.000Z',
        content: makeContent({
          contactReason: 'billed-twice',
          reasons: ['billed-twice', 'told-again'],
          summary: 'Same sum booked on 3 and 9 October. Promised a refund of 18 € by 17 November.',
          outcome: 'follow-up',
        }),
        generated: false,
        ...{
          version: 1,
          editedAt: null,
          own: false,
          begunBy: null,
          movedFrom: [],
          movedFromNames: [],
          approvedBy: {},
        },
      },
      {
        noteId: '019ab000-0000-7000-8000-0000000000b2',
        author: 'Ines Duarte',
        importedBy: null,
        at: '2026-10-21T15:20:00.000Z',
        content: makeContent({ contactReason: 'bill-unclear', summary: 'Asked about the October bill.' }),
        generated: true,
        ...{
          version: 1,
          editedAt: null,
          own: false,
          begunBy: null,
          movedFrom: [],
          movedFromNames: [],
          approvedBy: {},
        },
      },
    ],
    promises: [
      { what: 'Refund of €18', dueOn: '2026-11-17', by: 'Tom Okafor', state: 'broken' },
      { what: 'Corrected bill by post', dueOn: '2026-11-27', by: 'Billing', state: 'due' },
    ],
    openCase: { openedAt: '2026-11-19T08:00:00.000Z', dueAt: '2026-11-23T16:00:00.000Z' },
    complaint: null,
    ...part,
  };
}
