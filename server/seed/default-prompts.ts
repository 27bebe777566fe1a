import type { Prompt } from '@/lib/domain/playbook';

/*
 * The first that fit are shown, so the particular ones stand before the general. Whatever depends on what the store
 * knows of a customer (earlier contacts, reasons, promises) gives it away when said aloud: it is disclosing. In each
 * phase two at least disclose nothing and always fit, for a caller whom nobody has verified.
 */

const known: Prompt[] = [
  {
    id: 'own-the-broken-promise',
    when: { brokenPromise: true, phases: ['start', 'during'] },
    intent: 'Name what we said and did not do, before they have to',
    example: 'We said this would be done by now, and it isn’t. I’m sorry. Let me take that first.',
    source: 'X1',
    disclosing: true,
  },
  {
    id: 'spare-them-the-story',
    when: { minContacts90: 3, phases: ['start'] },
    intent: 'Spare them telling it once more',
    example: 'You have called about this before. I have read what was said, so you needn’t start over.',
    source: 'X4',
    disclosing: true,
  },
  {
    id: 'one-apology',
    when: { levels: ['at-risk'], minContacts90: 1, phases: ['start'] },
    intent: 'One short apology for what happened, then on to putting it right',
    example: 'I’m sorry about the days without a connection. Let’s get it working.',
    source: 'X1',
    disclosing: true,
  },
  {
    id: 'read-the-bookings-back',
    when: { reasons: ['billed-twice', 'bill-unclear', 'refund-missing'], phases: ['during'] },
    intent: 'Read the bookings back with their dates, and ask which one is meant',
    example: 'I see the same sum on the 3rd and on the 9th. Is that the one?',
    source: 'X4',
    disclosing: true,
  },
  {
    id: 'count-the-days-lost',
    when: { reasons: ['no-connection', 'slow-internet'], phases: ['during'] },
    intent: 'Say which days they lost, and what is being done on the line now',
    example: 'You were offline from Tuesday to Thursday. The line is being measured now.',
    source: 'X4',
    disclosing: true,
  },
  {
    id: 'a-window-and-a-name',
    when: { reasons: ['engineer-missed', 'delivery-late'], phases: ['during'] },
    intent: 'Give a window of two hours and the name of who comes',
    example: 'Ms Okafor comes on Friday between ten and twelve, and rings you half an hour before.',
    source: 'X4',
    disclosing: true,
  },
  {
    id: 'say-what-changed',
    when: { reasons: ['price-increase', 'contract-terms', 'competitor-offer'], phases: ['during'] },
    intent: 'Say what changed, when and why, before what can be done',
    example: 'It went up in October, because the discount of the first year ended. Here is what I can do.',
    source: 'X6',
    disclosing: true,
  },
  {
    id: 'hear-it-out',
    when: { reasons: ['treated-badly', 'wrong-advice'], phases: ['during'] },
    intent: 'Hear it out and write it down; defend nobody',
    example: 'I wasn’t there, and I want to hear it from you.',
    source: 'X6',
    disclosing: true,
  },
  {
    id: 'ask-then-take-a-no',
    when: { reasons: ['wants-to-leave'], phases: ['during'] },
    intent: 'Ask once what went wrong; if they are sure, make leaving easy',
    example: 'I’ll do that for you. May I ask what went wrong?',
    source: 'X6',
    disclosing: true,
  },
  {
    id: 'no-more-queues',
    when: { reasons: ['long-wait', 'told-again'], phases: ['wrap'] },
    intent: 'Take the next wait off them: you call, they don’t',
    example: 'You won’t have to queue for this again. I’ll ring you.',
    source: 'X6',
    disclosing: true,
  },
];

const general: Prompt[] = [
  {
    id: 'stay-with-it',
    when: { levels: ['at-risk'], phases: ['start'] },
    intent: 'Take it on yourself, in the first person',
    example: 'I’ll stay with this until it works.',
    source: 'X4',
    disclosing: false,
  },
  {
    id: 'let-them-finish',
    when: { phases: ['start'] },
    intent: 'Let them finish; then one open question',
    example: 'What happened, from the start?',
    source: 'X1',
    disclosing: false,
  },
  {
    id: 'say-why-you-ask',
    when: { phases: ['start'], unverified: true },
    intent: 'Say why you ask who is calling',
    example: 'I want to be sure that I talk to the right person. May I ask you two things?',
    source: 'X6',
    disclosing: false,
  },
  {
    id: 'warm-first-words',
    when: { phases: ['start'] },
    intent: 'Warm first words, and your own name',
    example: 'Good morning, this is Sam. What can I do for you?',
    source: 'X3',
    disclosing: false,
  },
  {
    id: 'two-real-ways',
    when: { levels: ['at-risk', 'watch'], phases: ['during'] },
    intent: 'Two or three real ways, each with a time; let them choose',
    example: 'I can do it now on the phone, or somebody comes on Friday. Which suits you?',
    source: 'X1',
    disclosing: false,
  },
  {
    id: 'say-it-back',
    when: { phases: ['during'] },
    intent: 'Say it back in their own nouns and dates',
    example: 'So the light on the grey box went out on Monday. Have I got it right?',
    source: 'X4',
    disclosing: false,
  },
  {
    id: 'say-what-you-do',
    when: { phases: ['during'] },
    intent: 'Say “I”, and what you are doing right now',
    example: 'I’m looking into it now. Give me half a minute.',
    source: 'X3',
    disclosing: false,
  },
  {
    id: 'anything-else-in-the-way',
    when: { levels: ['watch'], phases: ['wrap'] },
    intent: 'Ask what else is in the way',
    example: 'Is there anything else that doesn’t work the way it should?',
    source: 'X1',
    disclosing: false,
  },
  {
    id: 'one-thing-one-day-one-name',
    when: { phases: ['wrap'] },
    intent: 'Commit to one thing, one day, one name, and write it down',
    example: 'I’ll ring you on Friday by noon, me and nobody else.',
    source: 'X4',
    disclosing: false,
  },
  {
    id: 'thank-and-say-when',
    when: { phases: ['wrap'] },
    intent: 'Thank them for telling us; say when they hear next',
    example: 'Thank you for telling me. You’ll get a text message by six tonight.',
    source: 'X3',
    disclosing: false,
  },
  {
    id: 'their-words-for-why',
    when: { phases: ['wrap'] },
    intent: 'Take down the reason in their words',
    example: 'I’m writing “nobody rang me”. Is that how you would put it?',
    source: 'D1',
    disclosing: false,
  },
];

/** Written afresh from the practice and the studies that `source` names; intents, never scripts. */
export const defaultPrompts: Prompt[] = [...known, ...general];
