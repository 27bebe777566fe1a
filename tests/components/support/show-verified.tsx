import type { Card } from '@/lib/domain/card';
import type { NoteContent } from '@/lib/domain/note';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { createFakeBackground } from './fake-background';
import { makeCall, makeCard, makeContent, makeDetail, makePage } from './make-view';
import { showSidebar } from './show-sidebar';

type Answer = RpcOutput<'customer.detail'>;
export type Shown = {
  card?: Card | null;
  content?: Partial<NoteContent>;
  detail?: Partial<CustomerDetail>;
  answer?: () => Answer | Promise<Answer>;
  name?: string;
  damaged?: boolean;
};

/** The sidebar in a call with somebody verified. */
export function showVerified({
  card = makeCard(),
  content,
  detail,
  answer,
  name = 'Marta Kowalczyk',
  damaged = false,
}: Shown = {}) {
  const call = makeCall({
    card,
    name,
    damaged,
    content: makeContent({ caller: 'customer', ...content }),
    rev: 1,
  });
  const background = createFakeBackground(
    { call, page: makePage({ card, name, damaged }) },
    {
      'customer.detail': () =>
        answer ? answer() : { state: 'ready', detail: makeDetail(detail), asOf: null },
    },
  );
  return { background, ...showSidebar(background) };
}
