import type { Random } from './random';
import type { Topic } from './topics';

type Texts = readonly [string, ...string[]];

const AFTERMATH: Texts = [
  'I had to call {n} times.',
  'Every time I explain it from the start.',
  'Nobody said sorry.',
  'I am still waiting.',
  'I got {n} different answers from {n} people.',
  'The app was no help at all.',
  'It took {n} weeks.',
  'In the end I fixed it myself.',
];
const FEELING: Texts = [
  'That is not how you treat someone who pays on time.',
  'My sister has left you already and now I see why.',
  'I am looking at other providers.',
  'I used to recommend you.',
  'It is a pity, the connection itself is good.',
  'I just want it to work.',
  'Please ring me instead of sending another automatic mail.',
];
const PASSIVE: Texts = [
  'Works most of the time. Support could be quicker.',
  'Good speed, though the price is on the high side.',
  'It does what it should, nothing more.',
  'Setting it up was easy, the bill is hard to read.',
  'Happy with the line, less with the waiting time on the phone.',
  'Fine so far. I have only been with you for a short time.',
  'One outage this year, repaired the same day.',
  'The app is nice. Reaching a person is not so easy.',
];
const PRAISE: Texts = [
  'The engineer was on time and left everything tidy.',
  'Never a problem in {n} years.',
  'The lady on the phone stayed with me until it worked.',
  'I got an honest answer and a refund within {n} days.',
  'Fast, stable, and a real person picks up the phone.',
  'Moved house with you and was online the same evening.',
  'Fair price and no surprises on the bill.',
  'Somebody called back when they said they would.',
  'My mother manages the box by herself, that says it all.',
];
const THANKS: Texts = ['Thank you!', 'Keep it up.', 'I have told my neighbours.', 'Very pleased.', ''];

const MONTHS: Texts = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'November'];
const DAYS: Texts = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Puts numbers, sums, months and days into a text; the same word for the same slot throughout one text. */
export function fillSlots(text: string, random: Random): string {
  const slots: Record<string, string> = {
    '{n}': String(random.int(2, 5)),
    '{sum}': `€${random.int(4, 60)}`,
    '{month}': random.pick(MONTHS),
    '{day}': random.pick(DAYS),
  };
  return text.replace(/\{(n|sum|month|day)\}/g, (slot) => slots[slot] ?? slot);
}

function unhappy(topic: Topic, score: number, random: Random): string {
  const parts = [random.pick(topic.events)];
  if (random.chance(0.55)) parts.push(random.pick(AFTERMATH));
  if (random.chance(score <= 3 ? 0.6 : 0.3)) parts.push(random.pick(FEELING));
  return parts.join(' ');
}

/** A customer's own words to a score, about the topic they last had to do with us for; empty for those who wrote none. */
export function verbatimFor(score: number, topic: Topic, random: Random): string {
  if (random.chance(score <= 6 ? 0.25 : 0.5)) return '';
  if (score <= 6) return fillSlots(unhappy(topic, score, random), random);
  if (score <= 8) return random.pick(PASSIVE);
  return fillSlots(`${random.pick(PRAISE)} ${random.pick(THANKS)}`.trim(), random);
}
