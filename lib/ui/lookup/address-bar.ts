import type { LookupAnswer } from '@/lib/messaging/lookup-methods';
import { lookupWords } from '@/lib/ui/words/lookup-words';
import { answerLine, candidateLine } from './lookup-lines';

/** What the browser shows below its address bar: a first line for what is typed, and one for each who may be meant. */
export type AddressBarLines = { first: string; others: { content: string; description: string }[] };
/** What was typed, and which of those who may be meant was picked; null for none. */
export type AddressBarInput = { text: string; cardNumber: number | null };

const PICKED = /^(.*) \u2192 #(\d{1,15})$/u;
const MOST_LINES = 5;

/** Typed text is never a pick: nobody types an arrow. The browser takes back one of the lines as text. */
const pick = (text: string, cardNumber: number) => `${text.trim()} \u2192 #${cardNumber}`;

export function readAddressBar(entered: string): AddressBarInput {
  const [, text = entered, number] = PICKED.exec(entered) ?? [];
  return { text: text.trim(), cardNumber: number === undefined ? null : Number(number) };
}

/**
 * @param typed as it stands in the address bar
 * @param isPrivate strangers can see this screen
 */
export function addressBarLines(typed: string, answer: LookupAnswer, isPrivate: boolean): AddressBarLines {
  if (typed.trim() === '') return { first: lookupWords.bar.hint, others: [] };
  const candidates = answer.state === 'read' ? answer.candidates.slice(0, MOST_LINES) : [];
  return {
    first: answerLine(answer, isPrivate),
    others: candidates.map((candidate) => ({
      content: pick(typed, candidate.card.number),
      description: candidateLine(candidate, isPrivate),
    })),
  };
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chromium reads descriptions as XML, and shows none that isn't. */
export function asXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
