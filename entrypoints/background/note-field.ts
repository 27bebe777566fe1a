import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { AskField, AtPage } from '@/lib/sync/notes/crm-note';
import { withPatience } from './with-patience';

const SCRIPT = '/content-scripts/note-field.js';
const lookedSchema = z.object({ label: z.string().max(80), hasText: z.boolean() }).nullable();
const filledSchema = z.enum(['filled', 'no-field', 'someone-else']);

/** Serialised, and run beside the script that was brought: it may refer to nothing out here. */
function askInPage(what: 'look' | 'fill' | 'undo', key: string, text: string): unknown {
  type Field = { look(): unknown; fill(key: string, text: string): unknown; undo(): unknown };
  const world = globalThis as unknown as Record<symbol, Field | undefined>;
  const field = world[Symbol.for('heed.note-field')];
  if (!field) return null;
  return what === 'fill' ? field.fill(key, text) : field[what]();
}

/** The very document that was asked who it shows, where the browser can say it so exactly. */
function target({ tabId, documentId }: AtPage) {
  const exact = documentId !== null && !import.meta.env.FIREFOX;
  return exact ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] };
}

async function ask(at: AtPage, args: Parameters<typeof askInPage>): Promise<unknown> {
  const where = target(at);
  try {
    await withPatience(browser.scripting.executeScript({ target: where, files: [SCRIPT] }));
    const answers = await withPatience(
      browser.scripting.executeScript({ target: where, func: askInPage, args }),
    );
    return answers?.[0]?.result;
  } catch {
    return null; // the page has gone, or hangs
  }
}

/** The CRM's own field for notes in a tab. What comes from there is checked: a page has no say in it, but may be odd. */
export const noteField: AskField = {
  look: async (at) => lookedSchema.safeParse(await ask(at, ['look', '', ''])).data ?? null,
  fill: async (at, key, text) => filledSchema.safeParse(await ask(at, ['fill', key, text])).data ?? null,
  undo: async (at) => (await ask(at, ['undo', '', ''])) === true,
};
