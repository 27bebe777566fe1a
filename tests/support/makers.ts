import type { Card } from '@/lib/domain/card';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { organisationRulesSchema } from '@/lib/domain/organisation-rules';
import type { SaveNote } from '@/lib/protocol/mutation';
import type { Session } from '@/lib/protocol/session';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import { noOfferRules } from '@/tests/support/no-offer-rules';

const AT = '2026-11-22T09:00:00.000Z';

export function makeCard(number: number, change: Partial<Card> = {}): Card {
  return {
    number,
    version: 1,
    score: null,
    earlier: [],
    risk: { level: 'unknown', points: 0, drivers: [], at: AT },
    tier: null,
    since: null,
    contract: null,
    contacts90: 0,
    lastContactAt: null,
    lastReasons: [],
    brokenPromises: 0,
    openCase: null,
    complaintOpen: false,
    supportNeeded: false,
    doNotContact: false,
    ...change,
  };
}

/** @param n makes ids that sort by it */
export function makeMutation(n: number, summary = `Note ${n}`): SaveNote {
  const tail = String(n).padStart(12, '0');
  return {
    id: `01939000-0000-7000-8000-${tail}`,
    clientId: '00000000-0000-4000-8000-000000000001',
    userId: 'ana',
    name: 'saveNote',
    at: AT,
    args: {
      noteId: `01939000-0000-7000-9000-${tail}`,
      direction: 'inbound',
      suggested: null,
      customer: { cardNumber: n + 1, identifiers: [] },
      content: { ...emptyNoteContent, summary },
      startedAt: AT,
      endedAt: AT,
      moves: [],
    },
  };
}

export function makeSession(change: Partial<Session> = {}): Session {
  return {
    protocol: PROTOCOL_VERSION,
    user: { id: 'ana', name: 'Ana Lima', email: 'ana@example.com', role: 'rep', team: 'North' },
    organisation: { name: 'Demo', defaultRegion: 'GB', currency: 'EUR', generated: true },
    reasons: [],
    playbook: {
      id: 'p',
      version: 1,
      limitMinor: 0,
      currency: 'EUR',
      prompts: [],
      actions: [],
      ...noOfferRules,
    },
    adapters: [],
    reasonModel: null,
    adaptersOff: [],
    accountNumbers: null,
    rules: organisationRulesSchema.parse({}),
    topContactReasons: [],
    lookupKey: btoa('k'.repeat(32)),
    now: AT,
    asOf: null,
    ...change,
  };
}
