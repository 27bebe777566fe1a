import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { AppError, type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import {
  type DeskItem,
  MOST_PUBLISHED,
  type Preview,
  type PublishResult,
  type UndoResult,
} from '@/lib/protocol/desk';
import { type Host, useHost } from '@/lib/ui/host';

type Chosen = Pick<DeskItem, 'noteId' | 'version' | 'customerName' | 'cardNumber'>;
export type Publishing =
  | { state: 'looking' }
  | { state: 'failed'; code: AppErrorCode }
  | { state: 'preview'; notes: readonly Chosen[]; preview: Preview }
  | { state: 'working'; notes: readonly Chosen[]; done: number }
  | { state: 'done'; notes: readonly Chosen[]; results: readonly PublishResult[] };

/** Few at a time, so that progress is seen, and a request that is lost holds up no more than these. */
const AT_ONCE = 10;
/** As many as are counted: more than that is published in several goes. */
const MOST_PAGES = 20;

const parts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** @throws {AppError} `identity-changed` where somebody else is signed in by now */
async function readReviewed({ call }: Host, userId: string): Promise<DeskItem[]> {
  const notes: DeskItem[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found: RpcOutput<'desk.list'> = await call('desk.list', {
      state: 'reviewed',
      ...(after !== null && { after }),
    });
    if (found.userId !== userId) throw new AppError('identity-changed');
    notes.push(...found.notes);
    after = found.next;
    if (after === null) break;
  }
  return notes;
}

async function readPreview({ call }: Host, userId: string, notes: readonly Chosen[]): Promise<Preview> {
  const whole: Preview = { notes: [], reasons: [], complaints: 0 };
  const reasons = new Map<string, number>();
  for (const part of parts(notes, MOST_PUBLISHED)) {
    const chosen = part.map(({ noteId, version }) => ({ noteId, version }));
    const told = await call('desk.preview', { userId, notes: chosen });
    whole.notes.push(...told.notes);
    whole.complaints += told.complaints;
    for (const { code, change } of told.reasons) reasons.set(code, (reasons.get(code) ?? 0) + change);
  }
  return { ...whole, reasons: [...reasons].map(([code, change]) => ({ code, change })) };
}

/** Of the notes that were not reached nobody knows what became: they are told as failed, and may be tried again. */
async function publishAll(
  { call }: Host,
  { userId, requestId, notes }: { userId: string; requestId: string; notes: readonly Chosen[] },
  onDone: (done: number) => void,
): Promise<PublishResult[]> {
  const results: PublishResult[] = [];
  for (const part of parts(notes, AT_ONCE)) {
    const chosen = part.map(({ noteId, version }) => ({ noteId, version }));
    const failed = part.map(({ noteId }) => ({ noteId, result: 'failed' as const }));
    const told = await call('desk.publish', { userId, requestId, notes: chosen }).catch(() => null);
    results.push(...(told?.results ?? failed));
    onDone(results.length);
  }
  return results;
}

/**
 * Publishing: look what will change, publish, say what became of each, try again what failed (under the same id, so that
 * nothing counts twice), and take back what was published last.
 */
export function usePublish(userId: string) {
  const host = useHost();
  const client = useQueryClient();
  const [publishing, setPublishing] = useState<Publishing | null>(null);
  const [undone, setUndone] = useState<readonly UndoResult[] | null>(null);
  const [last, setLast] = useState<{ requestId: string; notes: readonly string[] } | null>(null);
  const requestId = useRef('');
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['desk'] });
    await client.invalidateQueries({ queryKey: ['desk-note', userId] });
  };
  const fail = (error: unknown) => setPublishing({ state: 'failed', code: errorCode(error) });

  async function look(chosen: readonly Chosen[]): Promise<void> {
    setPublishing({ state: 'looking' });
    setUndone(null);
    const notes = chosen.length > 0 ? chosen : await readReviewed(host, userId);
    requestId.current = host.newId();
    setPublishing({ state: 'preview', notes, preview: await readPreview(host, userId, notes) });
  }
  async function publish(notes: readonly Chosen[], before: readonly PublishResult[] = []): Promise<void> {
    setPublishing({ state: 'working', notes, done: 0 });
    const publishing = { userId, requestId: requestId.current, notes };
    const results = await publishAll(host, publishing, (done) =>
      setPublishing({ state: 'working', notes, done }),
    );
    const known = new Map([...before, ...results].map((one) => [one.noteId, one]));
    const all = [...known.values()];
    const published = all.filter(({ result }) => result === 'published').map(({ noteId }) => noteId);
    if (published.length > 0) setLast({ requestId: requestId.current, notes: published });
    setPublishing({ state: 'done', notes, results: all });
    await refresh();
  }
  async function undo(): Promise<void> {
    if (!last) return;
    const results: UndoResult[] = [];
    const ownId = host.newId();
    for (const notes of parts(last.notes, AT_ONCE)) {
      const failed = notes.map((noteId) => ({ noteId, result: 'failed' as const }));
      const asked = { userId, requestId: ownId, of: last.requestId, notes };
      results.push(...((await host.call('desk.undo', asked).catch(() => null))?.results ?? failed));
    }
    setUndone(results);
    const left = results.filter(({ result }) => result === 'failed').map(({ noteId }) => noteId);
    setLast(left.length > 0 ? { ...last, notes: left } : null);
    setPublishing(null);
    await refresh();
  }

  return {
    ...{ publishing, undone },
    canUndo: last !== null,
    look: (chosen: readonly Chosen[]) => void look(chosen).catch(fail),
    publish: (notes: readonly Chosen[]) => void publish(notes).catch(fail),
    retry: (notes: readonly Chosen[], before: readonly PublishResult[]) =>
      void publish(notes, before).catch(fail),
    undo: () => void undo().catch(fail),
    close: () => setPublishing(null),
    /** something else was done since */
    forgetUndone: () => setUndone(null),
  };
}

export type PublishModel = ReturnType<typeof usePublish>;
