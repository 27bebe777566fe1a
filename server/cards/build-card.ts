import type { Card, CardContent, RiskLevel } from '@/lib/domain/card';
import { openComplaint } from '@/lib/domain/open-complaint';
import { type RiskScore, scoreRisk } from '@/lib/domain/risk';
import type { CustomerFacts } from './load-customers';

/** The points of a customer's risk. */
export function riskOf(facts: CustomerFacts, now: Date): RiskScore {
  const latest = facts.answers[0];
  return scoreRisk(
    {
      score: latest ? { value: latest.value, at: latest.at.toISOString() } : null,
      since: facts.since,
      contract: facts.contract,
      contacts90: facts.contacts90,
      openCase: facts.caseDueAt !== null,
      brokenPromises: facts.brokenPromises,
    },
    now,
  );
}

/**
 * Earlier answers that may stand beside the latest in one line: of the same kind of survey, and none that a rep
 * collected on a call, since those run higher.
 */
function earlierAnswers(facts: CustomerFacts): Card['earlier'] {
  const [latest, ...rest] = facts.answers;
  return rest
    .filter((a) => a.kind === latest?.kind && a.mode !== 'rep-collected')
    .slice(0, 4)
    .map((a) => ({ value: a.value, at: a.at.toISOString() }));
}

/** What the badge and the sidebar's first second need to know of a customer. */
export function buildCard(
  facts: CustomerFacts,
  { level, points, drivers }: Pick<RiskScore, 'points' | 'drivers'> & { level: RiskLevel },
  now: Date,
): CardContent {
  const latest = facts.answers[0];
  return {
    score: latest ? { ...latest, at: latest.at.toISOString() } : null,
    earlier: earlierAnswers(facts),
    risk: { level, points, drivers: drivers.slice(0, 6), at: now.toISOString() },
    tier: facts.tier,
    since: facts.since,
    contract: facts.contract,
    contacts90: facts.contacts90,
    lastContactAt: facts.contacts[0]?.at.toISOString() ?? null,
    lastReasons: [...new Set(facts.contacts.flatMap((c) => c.reasons))].slice(0, 3),
    brokenPromises: facts.brokenPromises,
    openCase: facts.caseDueAt ? { dueAt: facts.caseDueAt.toISOString() } : null,
    complaintOpen: openComplaint(facts.contacts) !== null,
    supportNeeded: facts.supportNeeded,
    doNotContact: facts.doNotContact,
  };
}
