import type { WhyNobody } from '@/lib/crm/doctor/diagnosis';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { inLanguage } from '@/lib/platform/language';
import { doctorEs } from './es/doctor-words';

type Looked = RpcOutput<'doctor.look'>[number];
/** Where nobody found is shown, or not as it would be. */
type Instead = Exclude<Looked['shown'], 'signed-out' | 'known'>;

const orList = (all: readonly string[]) => all.join(' or ');
const quoted = (label: string) => `“${label}”`;

/** The settings' card that says what Heed makes of the pages that are open, and the way to it. */
export const doctorEn = {
  title: 'What Heed sees',
  menu: { somebody: 'Why is this shown?', nobody: 'Why is nobody shown?' },
  lead: 'Does Heed show nobody, or somebody else? Open the page in your CRM, then look here. Nothing is stored or sent.',
  look: 'Look at the open CRM pages',
  looking: 'Looking…',
  none: 'No page of your CRM is open where Heed may read. Open one, then look again.',
  unlisted:
    'A page that isn’t listed is on a site where Heed has no permission to read: add it above, under Sites.',
  missing: (sites: readonly string[]) =>
    `Permission missing: Heed may not read ${orList(sites)} yet. Turn it on above, under Sites.`,
  failed: 'Heed couldn’t look. Reload this page, then try again.',
  closed: 'This tab can’t be read: it shows an error, or sleeps. Open it once, then look again.',
  signedOut: (who: readonly string[]) =>
    `Nobody is shown while you are signed out. Heed reads here: ${orList(who) || 'nobody'}.`,
  nobody: 'Nobody is shown',
  choose: 'Asks who it is',
  chosen: 'Shows whom you chose',
  noneKnown: 'Nobody is shown: of those it may be, nobody is in Heed',
  off: (crm: string) => `Switched off by your organisation: ${quoted(crm)}.`,
  wrong: (crms: readonly string[]) =>
    `Switched off in settings, under CRMs: you said that ${orList(crms.map(quoted))} is wrong on this site. “Ask again” there takes that back.`,
  /** of one customer, by what comes of that */
  customer: {
    take: 'Shows one customer',
    ask: 'Shows one customer, and asks once whether that is right',
    choose: 'Finds one customer, but asks each time, after your No',
    refuse: 'Finds one customer, but shows nobody, after your No',
    off: 'Finds one customer, but shows nobody: switched off by your organisation',
  } satisfies Record<NonNullable<Looked['decision']>, string>,
  /** of those who may be meant, whom it doesn't ask about */
  unasked: {
    refuse: 'Finds who it may be, but shows nobody, after your No',
    off: 'Finds who it may be, but shows nobody: switched off by your organisation',
  },
  unknownAfterNo: 'Finds one person, who is not in Heed, and shows nobody, after your No',
  /** of one customer, by what Heed's own customers say to that */
  instead: {
    locked: 'Finds one person, but can’t tell who that is in Heed: your customers are locked. Sign in again',
    reading: 'Shows nobody yet: the page is being read. Stays it so, reload the page',
    paused: 'Shows nobody now: very many customers were opened in a short time. Wait a little',
    nobody: 'Finds one person, but by nothing that Heed can look up: nobody is shown',
    asks: 'Finds one person, and asks which customer in Heed it is',
    new: 'Shows one person, who is not in Heed',
    damaged: 'Shows one customer, whose card can’t be read: Heed fetches it again',
  } satisfies Record<Instead, string>,
  askedOnce: 'Asks once whether that is right.',
  why: {
    list: 'This looks like a list: many people, and none of them is open.',
    'own-page': 'By its address this is a start page, settings or a form for somebody new.',
    'no-page': (crm) => `This address is none of the pages that ${crm} knows.`,
    'set-aside': (crm) => `${crm} knows this address as a page on which nobody is open.`,
    'names-nobody': 'Nothing on the page names a customer: no e-mail address, phone or customer number.',
    unclear: 'The page names people, but none of them as its customer.',
    case: 'This is a case without its customer: the page doesn’t say whose it is.',
    rendering: 'The page is being read: it isn’t there yet. Look again in a moment.',
    'other-record': 'The page still shows another record than its address names. Look again in a moment.',
  } satisfies Record<WhyNobody, string | ((crm: string) => string)>,
  unknown: 'Heed reads nothing on pages of this kind.',
  /** by whose word a page is read */
  by: {
    taught: (_, host) => `Read by what you taught for ${host}`,
    learned: (_, host) => `Read by what Heed learned from your answers on ${host}`,
    file: (crm) => `Read as a page of ${quoted(crm)}, by a file that was imported`,
    organisation: (crm) => `Read as a page of ${quoted(crm)}, by what your organisation handed on`,
    heed: (crm) => `Read as a page of ${quoted(crm)}`,
  } satisfies Record<NonNullable<Looked['by']>, (crm: string, host: string) => string>,
  generic: 'Read the way a person would: Heed knows no CRM here',
  byKind: {
    email: 'by the e-mail address',
    phone: 'by the phone number',
    externalId: 'by the customer number',
  } satisfies Record<RawIdentifier['kind'], string>,
  details: 'Details for whoever mends it',
  detail: {
    adapter: (adapter: string | null) => (adapter === null ? 'without an adapter' : `adapter ${adapter}`),
    kind: (kind: string) => `page ${kind}`,
    found: (value: string, found: string) => `${value}: found at ${found}`,
    missed: (field: string) => `looked for in vain: ${field}`,
  },
} as const;

export const doctorWords = inLanguage(doctorEn, doctorEs);
