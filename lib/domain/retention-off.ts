import type { Card } from './card';

/** Why no offer is made to keep this customer. */
export type RetentionOff = 'complaint' | 'dispute' | 'support' | 'do-not-contact';

/** What the note and the card say that protects a customer from being kept. */
type Protected = {
  complaint: boolean;
  dispute: boolean;
  supportNeeded: boolean;
  card: Pick<Card, 'complaintOpen' | 'supportNeeded' | 'doNotContact'> | null;
};

/** Why offers made to keep a customer are off: what protects them overrides every offer. A repair never is. */
export function whyRetentionIsOff(s: Protected): RetentionOff[] {
  const why: [RetentionOff, boolean | undefined][] = [
    ['complaint', s.complaint || s.card?.complaintOpen],
    ['dispute', s.dispute],
    ['support', s.supportNeeded || s.card?.supportNeeded],
    ['do-not-contact', s.card?.doNotContact],
  ];
  return why.flatMap(([code, holds]) => (holds ? [code] : []));
}
