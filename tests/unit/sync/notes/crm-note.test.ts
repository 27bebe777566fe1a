import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { errorCode } from '@/lib/platform/app-error';
import { createCrmNote } from '@/lib/sync/notes/crm-note';

const NOTE = '01939000-0000-7000-8000-00000000000a';
const vera: NoteCustomer = { cardNumber: 7, identifiers: [{ kind: 'email', value: 'vera@example.com' }] };
const walter: NoteCustomer = { cardNumber: 8, identifiers: [{ kind: 'email', value: 'walter@example.com' }] };

let shown: NoteCustomer | null;
let slot: PageSlot['state'];
let key: string | null | undefined;
const field = {
  look: vi.fn(async () => ({ label: 'Internal note', hasText: false })),
  fill: vi.fn(async (): Promise<'filled' | 'no-field' | 'someone-else' | null> => 'filled'),
  undo: vi.fn(async () => true),
};

function crmNote() {
  const known = { name: 'Name', card: null, damaged: false, askSite: false, newcomer: false };
  const deps = {
    account: { author: async () => ({ id: 'ana' }) },
    words: { get: async (_: string, id: string) => (id === NOTE ? { draft: { customer: vera } } : null) },
    tabs: { read: async () => ({ documentId: 'D1' }) },
    slots: {
      ofKey: async () =>
        slot === 'customer' && shown ? { state: slot, key: 'K', customer: shown, ...known } : { state: slot },
    },
    ask: async () => key,
    field,
  };
  return createCrmNote(deps as unknown as Parameters<typeof createCrmNote>[0]);
}

beforeEach(() => {
  [shown, slot, key] = [vera, 'customer', 'K'];
  vi.clearAllMocks();
});

const asked = { tabId: 4, noteId: NOTE };

describe('a note goes into the CRM', () => {
  it('in the very document that says it shows its customer, under that customer’s key', async () => {
    expect(await crmNote().fill({ ...asked, text: 'Billed twice.' })).toEqual({ filled: true });
    expect(field.fill).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ tabId: 4, documentId: 'D1' }),
      'K',
      'Billed twice.',
    );
  });

  it.each([
    ['shows another customer', () => (shown = walter)],
    ['shows nobody', () => (key = null)],
    ['doesn’t answer', () => (key = undefined)],
    ['leaves it open who it is', () => (slot = 'choose')],
  ])('nowhere where the page %s, and no field is looked for', async (_, change) => {
    change();
    expect(await crmNote().look(asked)).toEqual({ field: null });
    const code = await crmNote()
      .fill({ ...asked, text: 'Text' })
      .catch(errorCode);
    expect(code).toBe('identity-changed');
    expect(await crmNote().undo(asked)).toEqual({ undone: false });
    expect([field.look, field.fill, field.undo].map((f) => f.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('nowhere where the page has gone on in that moment', async () => {
    field.fill.mockResolvedValueOnce('someone-else');
    expect(
      await crmNote()
        .fill({ ...asked, text: 'Text' })
        .catch(errorCode),
    ).toBe('identity-changed');
  });

  it.each(['no-field', null] as const)('and says so where it didn’t (%s)', async (answer) => {
    field.fill.mockResolvedValueOnce(answer);
    expect(await crmNote().fill({ ...asked, text: 'Text' })).toEqual({ filled: false });
  });

  it('only one of the rep’s own', async () => {
    const other = { ...asked, noteId: '01939000-0000-7000-8000-00000000000b', text: 'Text' };
    expect(await crmNote().fill(other).catch(errorCode)).toBe('not-found');
  });
});
