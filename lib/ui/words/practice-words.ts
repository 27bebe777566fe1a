import type { Hearable, PracticeLanguage, PracticeLevel } from '@/lib/domain/practice/practice-item';
import { inLanguage, type Worded } from '@/lib/platform/language';
import { emotionEn } from './emotion-words';
import { practiceEs } from './es/practice-words';

/** What the page to practise listening on says. */
export const practiceEn = {
  title: 'Practise listening',
  lead: 'Five customers, three questions each. There is no score: only what was there to hear.',
  invented: 'These customers were invented for practice. Nobody said these words.',
  private:
    'Nothing you answer leaves this page or is stored. Nobody sees it, and it is gone when you close the page.',
  language: 'Customers speak',
  languages: { en: 'English', es: 'Español' } satisfies Record<PracticeLanguage, string>,
  keys: 'Keys: 1 to 4 to answer, Enter to go on',
  customer: (n: number, of: number) => `Customer ${n} of ${of}`,

  level: 'Is this customer at risk?',
  levels: { 'at-risk': 'At risk', watch: 'Watch', ok: 'OK', unknown: 'Can’t tell' } satisfies Record<
    PracticeLevel,
    string
  >,
  heard: 'What do you hear? Choose all that is there.',
  heardDone: 'That’s what I hear',
  opening: 'What would you do first?',

  same: (answer: string) => `${answer}: so do we say`,
  other: (answer: string, ours: string) => `You said ${answer}. We’d say ${ours}`,
  youHeard: 'You heard',
  youMissed: 'You missed',
  notSaid: 'Not said here',
  nothing: 'nothing',
  fits: 'That fits',
  better: (intent: string) => `First, rather: ${intent}`,
  source: (name: string) => `Source: ${name}`,

  next: 'Next customer',
  finish: 'See what you heard',
  summary: 'What you heard in these five',
  allHeard: 'Nothing was missed.',
  allSame: 'You read all five as we do.',
  readOtherwise: 'You read these otherwise',
  again: 'Another five',

  hears: {
    'billed-wrongly': 'Billed wrongly',
    'bill-unclear': 'Bill not understood',
    'pay-worry': 'Worry about paying',
    'late-delivery': 'Late delivery',
    'missed-visit': 'Visit that didn’t happen',
    fault: 'Something doesn’t work',
    'price-rise': 'Price went up',
    competitor: 'Another company',
    'rude-staff': 'Treated badly',
    'long-wait': 'Long wait',
    'passed-on': 'Sent from one to the next',
    'told-again': 'Had to tell it again',
    'promise-broken': 'A broken promise',
    leaving: 'Is leaving',
    'new-need': 'Needs something else now',
    praise: 'Praise',
    'nothing-said': 'Nothing to go by',
    ...emotionEn,
  } satisfies Record<Hearable, string>,
} as const;

export type PracticeWords = Worded<typeof practiceEn>;

/** For links to the page. */
export const practiceWords = inLanguage(practiceEn, practiceEs);

/** On the page itself: questions and explanations come in the language that the customers speak. */
export const practiceWordsIn: Record<PracticeLanguage, PracticeWords> = { en: practiceEn, es: practiceEs };
