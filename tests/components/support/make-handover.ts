import type { GivenAway, ShownHandover } from '@/lib/messaging/handover-methods';
import type { Colleagues } from '@/lib/protocol/handover';
import { makeContent, makeOffer } from './make-view';

export function makeColleagues(): Colleagues {
  return {
    team: 'North',
    colleagues: [
      { id: 'u2', name: 'Tom Okafor', team: 'North' },
      { id: 'u3', name: 'Ines Duarte', team: 'South' },
    ],
  };
}

export function makeHandover(part: Partial<ShownHandover> = {}): ShownHandover {
  return {
    handoverId: '019ab000-0000-7000-8000-0000000000d1',
    by: 'Ana Sousa',
    mine: false,
    to: { kind: 'team', name: 'North' },
    givenAt: '2026-11-22T13:00:00.000Z',
    expiresAt: '2026-11-22T21:00:00.000Z',
    verified: true,
    onLine: false,
    ask: 'Please check whether the refund went out',
    content: makeContent({
      contactReason: 'billed-twice',
      reasons: ['billed-twice'],
      summary: 'Billed twice in October, has the bank statement.',
      offers: [makeOffer({ state: 'accepted' })],
      promise: { what: 'Refund of €18', dueOn: '2026-11-27', by: 'Ana Sousa' },
      complaint: true,
      emotion: 'angry',
    }),
    direction: 'inbound',
    startedAt: '2026-11-22T12:50:00.000Z',
    taken: false,
    ...part,
  };
}

export function makeGiven(part: Partial<GivenAway> = {}): GivenAway {
  return {
    handoverId: '019ab000-0000-7000-8000-0000000000d2',
    name: 'Marta Kowalczyk',
    to: 'North',
    givenAt: '2026-11-22T13:00:00.000Z',
    state: 'waiting',
    takenBy: null,
    ...part,
  };
}
