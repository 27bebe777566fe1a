// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createPupil } from '@/entrypoints/teach/pupil';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';

const today = '2026-11-27';

/** A record in a page of one address, drawn anew for each customer. */
function draw(name: string, email: string, phone = ''): void {
  const phoneRow = phone && `<dt>Phone</dt><dd>${phone}</dd>`;
  document.body.innerHTML = `<h1>${name}</h1><dl><dt>E-mail</dt><dd>${email}</dd>${phoneRow}</dl>
    <aside><p>Fax</p><p id="fax">+46 8 555 0199</p></aside>`;
}

const at = (css: string) => document.querySelector(css) ?? document.body;
const saved = (adapter: CrmAdapter | null) => adapterSchema.parse(adapter);

describe('records that change under one address', () => {
  it('are told by what was pointed at: the next one is asked about, and counts as another page', () => {
    const pupil = createPupil(null, today);
    draw('Vera', 'vera@x.example');
    expect(pupil.point(at('dd'), 'email')).toBeNull();
    expect([pupil.isOther(), pupil.pages()]).toEqual([false, 1]);
    draw('Bo', 'bo@x.example');
    expect(pupil.isOther()).toBe(true);
    pupil.turn();
    expect(pupil.reading()).toEqual([['email', 'bo@x.example']]);
    expect(pupil.confirm()).toBeNull();
    expect(pupil.pages()).toBe(2);
    expect(saved(pupil.adapter()).pages[0]).toMatchObject({ confirm: [] });
  });

  it('are not told where the page draws the same record anew', () => {
    const pupil = createPupil(null, today);
    draw('Vera', 'vera@x.example');
    pupil.point(at('dd'), 'email');
    draw('Vera', 'Vera@x.example');
    expect(pupil.isOther()).toBe(false);
  });

  it('are told where the value changes in place, and where the record is hidden', () => {
    const pupil = createPupil(null, today);
    draw('Vera', 'vera@x.example');
    pupil.point(at('dd'), 'email');
    at('dd').textContent = 'bo@x.example';
    expect(pupil.isOther()).toBe(true);
    at('dd').textContent = 'vera@x.example';
    expect(pupil.isOther()).toBe(false);
    at('dl').setAttribute('hidden', '');
    expect(pupil.isOther()).toBe(true);
  });

  it('count once where a person comes back to one', () => {
    const pupil = createPupil(null, today);
    for (const [name, email] of [
      ['Vera', 'vera@x.example'],
      ['Bo', 'bo@x.example'],
      ['Vera', 'vera@x.example'],
    ] as const) {
      draw(name, email);
      pupil.turn();
      pupil.point(at('dd'), 'email');
    }
    expect(pupil.pages()).toBe(2);
  });
});

describe('after a wrong reading', () => {
  it('what is pointed at replaces it, and the rest stays', () => {
    const pupil = createPupil(null, today);
    draw('Vera', 'vera@x.example');
    pupil.point(at('dd'), 'email');
    pupil.point(at('#fax'), 'phone');
    draw('Bo', 'bo@x.example', '+46 8 555 0122');
    pupil.turn();
    expect(pupil.reading()).toEqual([
      ['email', 'bo@x.example'],
      ['phone', '+46 8 555 0199'],
    ]);
    pupil.point(at('dl > :nth-child(4)'), 'phone');
    expect(pupil.reading()).toEqual([
      ['email', 'bo@x.example'],
      ['phone', '+46 8 555 0122'],
    ]);
  });

  it('“none here” takes it away, and what finds it', () => {
    const pupil = createPupil(null, today);
    draw('Vera', 'vera@x.example', '+46 8 555 0111');
    pupil.point(at('dd'), 'email');
    pupil.point(at('#fax'), 'phone');
    draw('Bo', 'bo@x.example');
    pupil.turn();
    expect(pupil.none('phone')).toBeNull();
    expect(pupil.reading()).toEqual([['email', 'bo@x.example']]);
  });
});
