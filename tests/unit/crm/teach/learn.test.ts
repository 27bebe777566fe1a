// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import type { Example, PickAs } from '@/lib/crm/teach/lesson';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { learnAll } from './learn-all';

const seen = '2026-11-27';
const url = (id: string) => new URL(`https://crm.example/records/${id}`);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function example(id: string, html: string, picks: Partial<Record<PickAs, string>>): Example {
  const document = parse(html);
  const pointed = Object.entries(picks).map(([as, css]) => {
    const element = document.querySelector(css);
    if (!element) throw new Error(css);
    return { element, as: as as PickAs };
  });
  return { url: url(id), document, picks: pointed, complete: true };
}

function taught(...examples: Example[]): CrmAdapter {
  const lesson = learnAll(examples, seen);
  if ('problem' in lesson) throw new Error(lesson.problem);
  return adapterSchema.parse(adapterOf(lesson, 'crm.example', seen));
}

function read(adapter: CrmAdapter, id: string, html: string): string[] | string {
  const found = detect(url(id), parse(html), [adapter]);
  return found.state === 'customer' ? found.identity.people.flat().map(({ value }) => value) : found.state;
}

const page = (id: string, mail: string, more = '') =>
  `<h1>Record #${id}</h1><dl><dt>E-mail</dt><dd>${mail}</dd></dl>${more}`;

describe('learning from what a person points at', () => {
  it('finds the id of the address on the page, and then wants it there', () => {
    const adapter = taught(
      example('71', page('71', 'vera@x.example'), { email: 'dd' }),
      example('82', page('82', 'bo@x.example'), { email: 'dd' }),
    );
    expect(adapter.pages[0]?.url).toEqual({ path: '/records/:ida' });
    expect(read(adapter, '93', page('93', 'ann@x.example'))).toEqual(['ann@x.example']);
    // The address is the next record's already, the contents are not.
    expect(read(adapter, '94', page('93', 'ann@x.example'))).toBe('not-ready');
  });

  it('names nothing of an address that the page never says', () => {
    const bare = (mail: string) => `<dl><dt>E-mail</dt><dd>${mail}</dd></dl>`;
    const adapter = taught(
      example('71', bare('vera@x.example'), { email: 'dd' }),
      example('82', bare('bo@x.example'), { email: 'dd' }),
    );
    expect(adapter.pages[0]).toMatchObject({ url: { path: '/records/*' }, confirm: [] });
  });

  it('takes no form of another kind for the customer’s, where the hash alone tells them apart', () => {
    const form = (mail: string) => `<dl><dt>E-mail</dt><dd>${mail}</dd></dl>`;
    const at = (hash: string) => new URL(`https://crm.example/web#${hash}`);
    const partner = (id: string, mail: string): Example => ({
      ...example(id, form(mail), { email: 'dd' }),
      url: at(`id=${id}&model=res.partner`),
    });
    const adapter = taught(partner('7', 'vera@x.example'), partner('8', 'bo@x.example'));
    const look = (hash: string) => detect(at(hash), parse(form('ann@x.example')), [adapter]);
    expect(look('id=9&model=res.partner')).toMatchObject({
      state: 'customer',
      identity: { trust: 'likely' }, // nothing on the page says the address's id
    });
    expect(look('id=9&model=hr.employee').state).toBe('not-a-crm');
  });

  it('is asked about where the page proves nothing of its address, and sure where it does', () => {
    const trust = (html: (id: string, mail: string) => string) => {
      const adapter = taught(
        example('71', html('71', 'vera@x.example'), { email: 'dd' }),
        example('82', html('82', 'bo@x.example'), { email: 'dd' }),
      );
      const found = detect(url('93'), parse(html('93', 'ann@x.example')), [adapter]);
      return found.state === 'customer' && found.identity.trust;
    };
    expect(trust((_, mail) => page('', mail))).toBe('likely');
    expect(trust(page)).toBe('proven');
  });

  it.each([
    ['a class of looks', (mail: string) => `<p class="hidden-phone email">${mail}</p>`, 'p'],
    ['an id', (mail: string) => `<p id="hidden-email"><b>${mail}</b></p>`, 'b'],
    ['a component', (mail: string) => `<hidden-card><span>E-mail</span><b>${mail}</b></hidden-card>`, 'b'],
    ['a block', (mail: string) => `<div class="hidden-print customer"><b>${mail}</b></div>`, 'b'],
  ])('goes past names that no adapter may hold: %s', (_, html, css) => {
    const adapter = taught(
      example('71', html('vera@x.example'), { email: css }),
      example('82', html('bo@x.example'), { email: css }),
    );
    expect(JSON.stringify(adapter)).not.toMatch(/hidden-/);
    expect(read(adapter, '93', html('ann@x.example'))).toEqual(['ann@x.example']);
  });

  it('reads a customer number behind its words, and an e-mail behind a name', () => {
    const html = (no: string, who: string) =>
      `<p id="number">Customer no. ${no}</p><p id="requester">${who} &lt;${who}@x.example&gt;</p>`;
    const picks = { number: '#number', email: '#requester' };
    const adapter = taught(
      example('1', html('C-11', 'vera'), picks),
      example('2', html('C-12', 'bo'), picks),
    );
    expect(read(adapter, '3', html('C-13', 'ann'))).toEqual(['ann@x.example', 'C-13']);
  });

  it('takes two customers of one place for a list', () => {
    const adapter = taught(
      example('71', page('71', 'vera@x.example'), { email: 'dd' }),
      example('82', page('82', 'bo@x.example'), { email: 'dd' }),
    );
    const two = page('93', 'ann@x.example', page('93', 'eva@x.example'));
    expect(read(adapter, '93', two)).toBe('nobody');
  });

  it('refuses what stays the same on two customers’ pages', () => {
    const same = (id: string) => example(id, page(id, 'agent@company.example'), { email: 'dd' });
    expect(learnAll([same('71'), same('82')], seen)).toEqual({ problem: 'same-on-all', as: 'email' });
  });

  it('refuses what is no such thing', () => {
    expect(learnAll([example('71', page('71', 'call me'), { email: 'dd' })], seen)).toEqual({
      problem: 'not-that',
      as: 'email',
    });
  });

  it('never takes the agent’s own address, which stands in the bar above every page', () => {
    const bar = '<nav><a id="me" href="mailto:agent@company.example">Agnes</a></nav>';
    const html = (mail: string) => `${bar}<dl><dt>E-mail</dt><dd>${mail}</dd></dl>`;
    const adapter = taught(
      example('71', html('vera@x.example'), { email: 'dd' }),
      example('82', html('bo@x.example'), { email: 'dd' }),
    );
    expect(adapter.agent).toHaveLength(1);
    expect(read(adapter, '93', html('ann@x.example'))).toEqual(['ann@x.example']);
    expect(read(adapter, '94', html('agent@company.example'))).toBe('nobody');
  });

  it('works inside open components', () => {
    const inside = (mail: string) => {
      document.body.innerHTML = '<record-card></record-card>';
      const card = document.querySelector('record-card');
      const root = card?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = `<span>E-mail</span><span>${mail}</span>`;
      return root?.querySelectorAll('span')[1] ?? document.body;
    };
    const shown = (id: string, mail: string): Example => {
      const element = inside(mail);
      return { url: url(id), document, picks: [{ element, as: 'email' }], complete: true };
    };
    const lesson = learnAll([shown('71', 'vera@x.example')], seen);
    if ('problem' in lesson) throw new Error(lesson.problem);
    const adapter = adapterSchema.parse(adapterOf(lesson, 'crm.example', seen));
    inside('ann@x.example');
    const found = detect(url('93'), document, [adapter]);
    expect(found).toMatchObject({ identity: { people: [[{ kind: 'email', value: 'ann@x.example' }]] } });
  });

  it('works inside frames of the same origin', () => {
    const inside = (mail: string) => {
      document.body.innerHTML = '<iframe title="Customer"></iframe>';
      const body = document.querySelector('iframe')?.contentDocument?.body;
      if (!body) throw new Error('no frame');
      body.innerHTML = `<span>E-mail</span><span>${mail}</span>`;
      return body.querySelectorAll('span')[1] ?? body;
    };
    const element = inside('vera@x.example');
    const picks = [{ element, as: 'email' as const }];
    const lesson = learnAll([{ url: url('71'), document, picks, complete: true }], seen);
    if ('problem' in lesson) throw new Error(lesson.problem);
    const adapter = adapterSchema.parse(adapterOf(lesson, 'crm.example', seen));
    inside('ann@x.example');
    const found = detect(url('93'), document, [adapter]);
    expect(found).toMatchObject({ identity: { people: [[{ kind: 'email', value: 'ann@x.example' }]] } });
  });
});
