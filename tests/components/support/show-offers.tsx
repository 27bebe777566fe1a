import type { NoteContent } from '@/lib/domain/note';
import type { Playbook } from '@/lib/domain/playbook';
import type { Asked } from '@/lib/messaging/approval-methods';
import type { RpcInput } from '@/lib/messaging/rpc-contract';
import type { LanguageChoice } from '@/lib/platform/language';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import type { Role } from '@/lib/protocol/roles';
import { usualLook } from '@/lib/ui/look';
import type { VisibleGuard } from '@/lib/ui/visible-guard';
import { createFakeBackground } from './fake-background';
import { makeApproval, makeAsked } from './make-approval';
import { makeCall, makeCard, makeContent, makeDetail, makeOrganisation } from './make-view';
import { showSidebar } from './show-sidebar';

export type World = {
  content?: Partial<NoteContent>;
  rules?: Partial<Playbook>;
  card?: Parameters<typeof makeCard>[0];
  asked?: Asked | null;
  today?: number | null;
  detail?: Partial<CustomerDetail>;
  role?: Role;
  waiting?: number;
  ask?: (question: RpcInput<'approval.ask'>) => Asked | null;
  guard?: VisibleGuard;
  language?: LanguageChoice;
};

/** A sidebar in a call with somebody verified, whose background answers questions to supervisors. */
export function showOffers(world: World = {}) {
  let asked = world.asked ?? null;
  const organisation = makeOrganisation();
  const playbook = { ...organisation.playbook, ...world.rules };
  const { role = 'rep' } = world;
  const content = makeContent({ caller: 'customer', ...world.content });
  const background = createFakeBackground(
    { call: makeCall({ content, rev: 1, card: makeCard(world.card) }) },
    {
      'organisation.get': () => ({ ...organisation, playbook, user: { ...organisation.user, role } }),
      'customer.detail': () => ({ state: 'ready', detail: makeDetail(world.detail), asOf: null }),
      'offers.today': () => ({ givenMinor: world.today ?? null }),
      'approvals.count': () => ({ waiting: world.waiting ?? 0 }),
      'approvals.open': () => ({}),
      'look.get': () => ({ ...usualLook, language: world.language ?? 'en' }),
      'approval.state': () => ({ asked }),
      'approval.ask': (question) => {
        const { approvalId: id, ...said } = question;
        asked = world.ask ? world.ask(question) : makeAsked(makeApproval({ ...said, id }));
        return { asked };
      },
      'approval.withdraw': () => {
        asked = null;
        return { asked };
      },
      'approval.putAway': () => {
        asked = null;
        return {};
      },
    },
  );
  const { user } = showSidebar(background, world.guard ? { guard: world.guard } : {});
  return { user, background, content: () => background.view().call?.content };
}
