import type { CustomerDetail } from '@/lib/protocol/customer-detail';

type Note = CustomerDetail['notes'][number];
type Answer = CustomerDetail['responses'][number];

/** One thing that happened with a customer: a call with its note, or an answer to a survey. */
export type HistoryItem = { at: string } & ({ note: Note } | { answer: Answer });

export const historyKinds = ['calls', 'answers', 'promises', 'offers'] as const;
/** Promises and offers are those of calls: what is shown is the call in which they were made. */
export type HistoryKind = (typeof historyKinds)[number];

type Labels = { reason: (code: string) => string; action: (code: string) => string };

/** All that is known of a customer's past, newest first. */
export function historyOf({ notes, responses }: Pick<CustomerDetail, 'notes' | 'responses'>): HistoryItem[] {
  const all: HistoryItem[] = [
    ...notes.map((note) => ({ at: note.at, note })),
    ...responses.map((answer) => ({ at: answer.at, answer })),
  ];
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const isOfKind: Record<HistoryKind, (item: HistoryItem) => boolean> = {
  calls: (item) => 'note' in item,
  answers: (item) => 'answer' in item,
  promises: (item) => 'note' in item && item.note.content.promise !== null,
  offers: (item) => 'note' in item && item.note.content.offers.length > 0,
};

/** What of an item can be searched for: what stands there to be read. */
function textOf(item: HistoryItem, { reason, action }: Labels): string {
  if ('answer' in item) return item.answer.verbatim;
  const { author, content } = item.note;
  const { contactReason, rootReason, reasons, offers, promise, summary } = content;
  const codes = [contactReason, rootReason, ...reasons].filter((code) => code !== null);
  return [
    ...[author, summary, promise?.what ?? '', promise?.by ?? ''],
    ...codes.map(reason),
    ...offers.flatMap((o) => [action(o.actionCode), o.reference]),
  ].join(' ');
}

/** Upper case and accents are typed by few who look for something. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

export type HistoryFilter = { kind: HistoryKind | null; words: string };

/** Of this kind, with every word that was typed somewhere in it. */
export function filterHistory(
  items: readonly HistoryItem[],
  { kind, words }: HistoryFilter,
  labels: Labels,
): HistoryItem[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (kind !== null && !isOfKind[kind](item)) return false;
    const text = wanted.length > 0 ? plain(textOf(item, labels)) : '';
    return wanted.every((word) => text.includes(word));
  });
}
