import type { DiagnosedPerson, Diagnosis, FoundIdentifier } from '@/lib/crm/doctor/diagnosis';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';

/** A number that says its country is told in E.164 too. */
function withE164(identifier: FoundIdentifier): FoundIdentifier & { e164?: string } {
  const { kind, value } = identifier;
  const [phone] = kind === 'phone' ? normaliseIdentifier({ kind, value }, '') : [];
  return phone ? { ...identifier, e164: phone.value } : identifier;
}

const spelled = (person: DiagnosedPerson): DiagnosedPerson => ({
  ...person,
  identifiers: person.identifiers.map(withE164),
});

/** The one JSON object of `heed detect --json`. */
export function toJson({ outcome, identifiers, candidates, ...more }: Diagnosis): string {
  const people = { identifiers: identifiers.map(withE164), candidates: candidates.map(spelled) };
  return JSON.stringify({ outcome, ...more, ...people }, null, 2);
}

const OUTCOMES: Record<Diagnosis['outcome'], string> = {
  customer: 'A customer is open.',
  choose: 'A person must say who it is.',
  nobody: 'Nobody is open.',
  'not-ready': 'The page is not there yet, or shows another record than its address.',
  'not-a-crm': 'No adapter knows this page.',
};

function personLines({ name, identifiers }: DiagnosedPerson): string[] {
  const lines = identifiers.map((one) => {
    const what = one.kind === 'externalId' ? `${one.system} ${one.recordType}` : one.kind;
    return `  ${what}: ${one.value}  (${one.confidence.toFixed(2)}, ${one.found})`;
  });
  return [...(name === '' ? [] : [`  ${name}`]), ...lines];
}

/** The same for a person. */
export function toText({
  outcome,
  adapter,
  pageKind,
  name,
  identifiers,
  candidates,
  missed,
}: Diagnosis): string {
  const by = [adapter && `adapter ${adapter}`, pageKind && `page ${pageKind}`].filter(Boolean).join(', ');
  const people = outcome === 'customer' ? [{ name, identifiers }] : candidates;
  return [
    `${OUTCOMES[outcome]}${by === '' ? '' : ` (${by})`}`,
    ...people.flatMap(personLines),
    ...missed.map(({ field, selector }) => `  not found: ${field}, at ${selector}`),
  ].join('\n');
}
