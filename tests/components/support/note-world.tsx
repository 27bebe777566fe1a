import type { Card } from '@/lib/domain/card';
import type { NoteContent } from '@/lib/domain/note';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import { type Answers, createFakeBackground, type FakeBackground } from './fake-background';
import { makeCall, makeCard, makeContent, makeOrganisation } from './make-view';
import { showSidebar } from './show-sidebar';

type Organisation = NonNullable<RpcOutput<'organisation.get'>>;

export const makeOrganisationWith = (part: Partial<Organisation>): Organisation => ({
  ...makeOrganisation(),
  ...part,
});

type World = {
  content?: Partial<NoteContent>;
  card?: Card | null;
  editing?: CallSlot['editing'];
  organisation?: Organisation;
};

/** A call with Marta, in which this was said, and the sidebar over it. */
export function noteWorld(world: World = {}, answers: Answers = {}) {
  const { content = {}, card = makeCard(), editing = null, organisation = makeOrganisation() } = world;
  const call = makeCall({ content: makeContent(content), card, editing, rev: 5 });
  const background = createFakeBackground({ call }, { 'organisation.get': () => organisation, ...answers });
  return { background, ...showSidebar(background) };
}

/** What the note said when it was last written to disk. */
export const writtenLast = (background: FakeBackground) => background.inputsOf('draft.write').at(-1)?.content;
