import type { HandOver, SaveNote } from '@/lib/protocol/mutation';

/** That note, half-written and handed to its author's team, as an extension sends it. */
export function makeHandOver({ args, ...common }: SaveNote): HandOver {
  const { content, customer, direction, moves, noteId, startedAt } = args;
  return {
    ...{ ...common, name: 'handOver' },
    args: {
      ...{ noteId, customer, content, direction, moves, startedAt, givenAt: startedAt },
      ...{ to: { kind: 'team' }, ask: 'Call her back', onLine: false },
    },
  };
}
