import { chainOf } from './find-label';
import type { Mention } from './find-mentions';
import type { PageItems } from './page-items';
import { foldWords } from './read-label';

/** Who sits at this desk, as the page's bars and menus say. */
export type Agent = { emails: ReadonlySet<string>; names: ReadonlySet<string>; domains: ReadonlySet<string> };

const SIGNED_IN =
  /\b(?:logged|signed) in as|angemeldet als|eingeloggt als|sesión iniciada como|conectado como|connecté (?:en tant que|comme)|connesso come|accesso effettuato come|ingelogd als|zalogowany jako|вы вошли как|مسجل الدخول باسم|ログイン中|已登录/iu;
const USER = /user|account|profile|avatar|preferences|whoami/i;
/** Anybody may have one there: the same domain makes nobody a colleague. */
export const FREE =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail|mail|yandex|qq|163|126|orange|libero|wp|onet|t-online)\./;

export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
export const folded = (text: string) => foldWords(text).join(' ');

function signedInNames({ items }: PageItems): string[] {
  return items.flatMap(({ text, zone }, i) => {
    // Only where the page itself speaks: a customer may write that they are logged in.
    const found = zone === 'agent' ? SIGNED_IN.exec(text) : null;
    if (!found) return [];
    const rest = text.slice(found.index + found[0].length).replace(/^[\s:]+/, '');
    return [rest === '' ? (items[i + 1]?.text ?? '') : rest];
  });
}

function menuNames(page: PageItems): string[] {
  return page.items.flatMap(({ zone, text, element, from }) => {
    if (zone !== 'agent' || from !== 'text') return [];
    const around = [element, ...chainOf(element, page, 3)];
    const isUser = around.some((at) =>
      USER.test(`${at.id} ${at.getAttribute('class')} ${at.getAttribute('aria-label')}`),
    );
    return isUser ? [text.replace(/\s*[[(].*$/, '')] : [];
  });
}

export function findAgent(page: PageItems, mentions: readonly Mention[]): Agent {
  const signedIn = signedInNames(page);
  const inBars = mentions.filter(
    ({ kind, item }) => kind === 'email' && item.zone === 'agent' && item.from !== 'input',
  );
  const emails = new Set([
    ...inBars.map(({ value }) => value.toLowerCase()),
    ...signedIn.flatMap((text) => text.toLowerCase().match(/[^\s<>()]+@[^\s<>()]+/g) ?? []),
  ]);
  const domains = [...emails].map(domainOf).filter((domain) => !FREE.test(domain));
  const names = [...signedIn, ...menuNames(page)].map(folded).filter((name) => name !== '');
  return { emails, names: new Set(names), domains: new Set(domains) };
}

/**
 * Whom the page calls the agent it calls its customer too. Something on it was written by a customer to look like the
 * page's own: who is left then may be anybody.
 */
export function isContested({ emails }: Agent, mentions: readonly Mention[]): boolean {
  return mentions.some(
    ({ kind, value, item, label, section }) =>
      kind === 'email' &&
      item.zone === 'record' &&
      emails.has(value.toLowerCase()) &&
      (label?.ofCustomer || label?.kind === 'customer' || (section?.kind === 'customer' && section.exact)),
  );
}
