/** An answer with its customer and when it was given, an ISO instant. */
type Answer = { customerId: string; at: string };

/**
 * One answer for each customer, the latest: a score of a group counts people, not letters. Of two given at the same
 * instant the later in the list stands. Leave answers without a score out first, or they hide the one before.
 */
export function latestPerCustomer<T extends Answer>(answers: Iterable<T>): T[] {
  const latest = new Map<string, T>();
  for (const answer of answers) {
    const known = latest.get(answer.customerId);
    if (!known || Date.parse(answer.at) >= Date.parse(known.at)) latest.set(answer.customerId, answer);
  }
  return [...latest.values()];
}
