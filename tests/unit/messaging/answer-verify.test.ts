import { describe, expect, it, vi } from 'vitest';
import { answerVerify } from '@/lib/messaging/answer-verify';

const question = { heed: 1, ask: 'identity' };
const background = { id: 'heed' };

describe('answering who is open', () => {
  it('reads the page again for the background', () => {
    const reply = vi.fn();
    answerVerify('heed', {
      currentKey: () => 'vera',
      reload: () => {},
      levelsChanged: () => {},
      chord: () => 'page',
    })(question, background, reply);
    expect(reply).toHaveBeenCalledExactlyOnceWith({ key: 'vera' });
  });

  it.each([
    ['how the page may be read', 'adapters', 'reload'],
    ['for levels', 'levels', 'levelsChanged'],
  ] as const)('asks anew %s when the background says that it has changed', (_, tell, called) => {
    const page = {
      currentKey: vi.fn(() => 'vera'),
      reload: vi.fn(),
      levelsChanged: vi.fn(),
      chord: vi.fn(() => 'heed' as const),
    };
    const reply = vi.fn();
    answerVerify('heed', page)({ heed: 1, tell }, background, reply);
    for (const name of ['reload', 'levelsChanged'] as const)
      expect(page[name]).toHaveBeenCalledTimes(name === called ? 1 : 0);
    expect(reply).not.toHaveBeenCalled();
  });

  it('moves the keyboard when the rep pressed the chord, and says where it is', () => {
    const reply = vi.fn();
    const page = { currentKey: () => null, reload() {}, levelsChanged() {}, chord: () => 'heed' as const };
    answerVerify('heed', page)({ heed: 1, ask: 'chord' }, background, reply);
    expect(reply).toHaveBeenCalledExactlyOnceWith({ at: 'heed' });
  });

  it.each([
    ['another extension', question, { id: 'other' }],
    ['a sender without a name', question, {}],
    ['a page of ours in a tab', question, { id: 'heed', tab: { id: 1 } }],
    ['a chord of another extension', { heed: 1, ask: 'chord' }, { id: 'other' }],
    ['another question', { heed: 1, ask: 'name' }, background],
    ['a call', { heed: 1, method: 'page.report', input: {} }, background],
    ['nothing', null, background],
  ])('is silent to %s', (_, message, sender) => {
    const reply = vi.fn();
    const read = vi.fn(() => 'vera');
    const chord = vi.fn(() => 'page' as const);
    answerVerify('heed', { currentKey: read, reload: read, levelsChanged: read, chord })(
      message,
      sender,
      reply,
    );
    expect(reply).not.toHaveBeenCalled();
    expect(read).not.toHaveBeenCalled();
    expect(chord).not.toHaveBeenCalled();
  });
});
