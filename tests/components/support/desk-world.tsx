import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeskApp } from '@/entrypoints/desk/app';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import type { LanguageChoice } from '@/lib/platform/language';
import type { DeskDone, DeskNote } from '@/lib/protocol/desk';
import type { Role } from '@/lib/protocol/roles';
import { usualLook } from '@/lib/ui/look';
import { createFakeBackground } from './fake-background';
import { deskList } from './make-desk';
import { makeOrganisation, makeSync } from './make-view';

type World = { role?: Role | null; notes?: DeskNote[]; silent?: boolean; language?: LanguageChoice };

/** `NoteUser.id`: another than the store's own id of a person. */
export const READER = 'https://store.example u1';

/** A supervisor's desk over a store in memory, which does with its notes what the real one does. */
export function showDesk({
  role = 'supervisor',
  notes: first = [],
  silent = false,
  language = 'en',
}: World = {}) {
  let notes = first;
  let fails: AppErrorCode | null = null;
  let publishFails: AppErrorCode | null = null;
  let taken = false;
  let edited: string | null = null;
  let conflict: Extract<DeskDone, { state: 'conflict' }>['theirs'] | null = null;
  const organisation = makeOrganisation();
  const user = { ...organisation.user, name: 'Sunita Sharma', role: role ?? 'supervisor' };
  const put = (noteId: string, part: Partial<DeskNote>): DeskDone => {
    notes = notes.map((note) => (note.noteId === noteId ? { ...note, ...part } : note));
    const note = notes.find((one) => one.noteId === noteId);
    if (!note) throw new AppError('not-found');
    return { state: 'done', note };
  };
  const unless = <T,>(answer: () => T): T => {
    if (fails) throw new AppError(fails);
    return answer();
  };
  const changing = (noteId: string, answer: () => DeskDone): DeskDone =>
    unless(() =>
      conflict && (edited ?? noteId) === noteId ? { state: 'conflict' as const, theirs: conflict } : answer(),
    );
  const background = createFakeBackground(
    {},
    {
      'look.get': () => ({ ...usualLook, language }),
      'sync.state': () => makeSync({ unlocked: role !== null }),
      'organisation.get': () => (role === null ? null : { ...organisation, user }),
      'desk.list': ({ state = 'waiting', why }) =>
        silent
          ? new Promise(() => undefined)
          : unless(() => ({
              ...deskList(why ? notes.filter((n) => n.whys.includes(why)) : notes, state),
              userId: READER,
            })),
      'desk.read': ({ noteId }) =>
        unless(() => {
          const note = notes.find((one) => one.noteId === noteId);
          if (!note) throw new AppError('not-found');
          return note;
        }),
      'desk.review': ({ noteId, correction }) =>
        changing(noteId, () => {
          const before = notes.find((one) => one.noteId === noteId);
          const content = { ...(before as DeskNote).content, ...correction };
          return put(noteId, { state: 'reviewed', content, version: correction ? 2 : 1 });
        }),
      'desk.ask': ({ noteId }) => changing(noteId, () => put(noteId, { state: 'asked' })),
      'desk.exemplary': ({ noteId, exemplary }) => changing(noteId, () => put(noteId, { exemplary })),
      'desk.preview': ({ notes: chosen }) =>
        unless(() => ({
          notes: chosen.map(({ noteId }) => {
            const isReviewed = notes.some((n) => n.noteId === noteId && n.state === 'reviewed');
            return { noteId, will: isReviewed ? ('come' as const) : ('not-reviewed' as const), was: null };
          }),
          reasons: [{ code: 'billed-twice', change: chosen.length }],
          complaints: chosen.length,
        })),
      'desk.publish': ({ notes: chosen }) => {
        if (publishFails) throw new AppError(publishFails);
        for (const { noteId, version } of chosen) put(noteId, { state: 'published', published: version });
        return { results: chosen.map(({ noteId }) => ({ noteId, result: 'published' as const })) };
      },
      'desk.undo': ({ notes: ids }) => {
        if (taken) return { results: ids.map((noteId) => ({ noteId, result: 'taken' as const })) };
        for (const noteId of ids) put(noteId, { state: 'reviewed', published: null });
        return { results: ids.map((noteId) => ({ noteId, result: 'undone' as const })) };
      },
    },
  );
  const { container } = render(
    <PageProviders
      host={{ ...background.host, kind: 'page' }}
      onCrash={(e) => {
        throw e;
      }}
    >
      <DeskApp />
    </PageProviders>,
  );
  return {
    ...{ background, container, user: userEvent.setup({ delay: null }) },
    notes: () => notes,
    fail: (code: AppErrorCode | null) => {
      fails = code;
    },
    /** something beyond the store has what is published */
    take: () => {
      taken = true;
    },
    failPublishing: (code: AppErrorCode | null) => {
      publishFails = code;
    },
    /** somebody else edits them all, or this one alone */
    /** somebody doubts what it says: it waits once more */
    comeBack: (noteId: string) => void put(noteId, { state: 'waiting' }),
    /** its author edits it; the list says so the next time that it is asked */
    edit: (noteId: string) => void put(noteId, { version: 2, state: 'waiting' }),
    editMeanwhile: (theirs: typeof conflict, alone: string | null = null) => {
      conflict = theirs;
      edited = alone;
    },
  };
}

/** The note on show, once it is there. */
export const noteAbout = (name: string) => screen.findByRole('article', { name: new RegExp(name) });
