import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { doctorWords as w } from './words/doctor-words';
import { formatWords } from './words/format-words';

type Looked = RpcOutput<'doctor.look'>[number];
type Diagnosis = NonNullable<Looked['diagnosis']>;
export type ReadPage = Looked & { diagnosis: Diagnosis };

/** Whom a page was read to show, or may. */
export const peopleOn = ({ outcome, name, identifiers, candidates }: Diagnosis): Diagnosis['candidates'] =>
  outcome === 'customer' ? [{ name, identifiers }, ...candidates] : candidates;

/** Of one person for sure: what Heed does says more than whether it found them. */
function ofCustomer({ decision, shown }: ReadPage): string {
  if (decision === 'refuse' || decision === 'off') return w.customer[decision];
  if (shown === 'signed-out' || shown === 'known') return w.customer[decision ?? 'take'];
  if (shown === 'asks' && decision === 'choose') return w.customer.choose;
  return shown === 'nobody' && decision === 'choose' ? w.unknownAfterNo : w.instead[shown];
}

function ofSeveral({ decision, shown }: ReadPage): string {
  if (decision === 'refuse' || decision === 'off') return w.unasked[decision];
  if (shown === 'nobody') return w.noneKnown;
  if (shown === 'known' || shown === 'new') return w.chosen;
  return shown === 'asks' || shown === 'signed-out' ? w.choose : w.instead[shown];
}

/** Who is shown, in one sentence. */
export function headline(page: ReadPage): string {
  const { diagnosis, shown, off } = page;
  if (shown === 'signed-out') {
    const people = peopleOn(diagnosis).map(({ name, identifiers }) => name || (identifiers[0]?.value ?? ''));
    return w.signedOut(people.filter((who) => who !== ''));
  }
  if (off) return w.nobody;
  if (diagnosis.outcome === 'customer') return ofCustomer(page);
  return diagnosis.outcome === 'choose' ? ofSeveral(page) : w.nobody;
}

function whyNobody({ diagnosis: { outcome, why }, crm }: ReadPage): string[] {
  if (outcome === 'customer' || outcome === 'choose') return [];
  if (why === null) return [w.unknown];
  const said = w.why[why];
  return [
    typeof said === 'string' ? said : said(`${formatWords.openQuote}${crm ?? ''}${formatWords.closeQuote}`),
  ];
}

/** Why that is so, as far as it is known. */
export function reasons(page: ReadPage): string[] {
  const { off, wrong, crm, decision, shown } = page;
  return [
    ...(off ? [w.off(crm ?? '')] : whyNobody(page)),
    ...(wrong.length > 0 ? [w.wrong(wrong)] : []),
    ...(decision === 'ask' && shown === 'new' ? [w.askedOnce] : []),
  ];
}

/** By whose word the page is read. */
export function readBy({ by, crm, host }: ReadPage): string {
  return crm === null || by === null ? w.generic : w.by[by](crm, host);
}
