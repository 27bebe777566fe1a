import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withBrowser } from '@/cli/detect/ask-browser';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import { adapters } from '@/lib/crm/registry';
import { sample } from '../unit/crm/sample-adapter';

type Capture = {
  crm: string;
  file: string;
  url: string;
  truth: { externalId: string | null; email: string | null };
};

const folder = join('..', 'shared', 'captures');
const captures: Capture[] = ['rt', 'tryton'].flatMap((crm) => {
  const index = join(folder, crm, 'captures.json');
  const all: Omit<Capture, 'crm'>[] = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')) : [];
  return all.map((capture) => ({ ...capture, crm }));
});
const known = captures.filter(({ crm }) => adapters.some(({ id }) => id === crm));

/** The command, as a person types it. */
async function heed(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('cli', 'heed.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exited) as [number | null];
  return { code, out, err };
}

async function ask(pages: readonly Capture[], generic: boolean): Promise<[Capture, Diagnosis][]> {
  return withBrowser(console.log, async (one) => {
    const found: [Capture, Diagnosis][] = [];
    for (const page of pages) {
      const html = readFileSync(join(folder, page.crm, page.file));
      found.push([page, await one({ url: new URL(page.url), html }, { adapter: null, generic })]);
    }
    return found;
  });
}

const emailsOf = ({ identifiers }: Pick<Diagnosis, 'identifiers'>) =>
  identifiers.flatMap(({ kind, value }) => (kind === 'email' ? value : []));

const rtTicket = join('tests', 'fixtures', 'crm', 'rt', 'ticket.html');
const addressOf = (file: string) => /^<!-- (\S+) -->/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
const generic = (name: string) => join('tests', 'fixtures', 'crm', 'generic', `${name}.html`);

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'heed-doctor-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('heed detect', () => {
  it('says in one JSON object who is open by an adapter, and where that stands', async () => {
    const { code, out } = await heed('detect', rtTicket, '--url', addressOf(rtTicket), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'customer',
      adapter: 'rt',
      pageKind: 'ticket',
      identifiers: [
        {
          kind: 'externalId',
          system: 'rt',
          recordType: 'user',
          confidence: 1,
          found: expect.stringContaining('data-user-id'),
        },
        { kind: 'email', confidence: 1, found: expect.stringContaining('text of') },
      ],
      candidates: [],
    });
  });

  it('asks a person between two whom a page without an adapter may mean, and tells an adapterless page as such', async () => {
    const page = generic('two-equal-parties');
    const asked = JSON.parse(
      (await heed('detect', page, '--url', addressOf(page), '--generic', '--json')).out,
    );
    expect(asked).toMatchObject({ outcome: 'choose', adapter: null, identifiers: [] });
    expect(asked.candidates.map(emailsOf)).toEqual([['ann@lee.example'], ['bo@chan.example']]);
    const { out } = await heed('detect', page, '--url', addressOf(page));
    expect(out).toBe('No adapter knows this page.\n');
  });

  it('reads a page of several megabytes, runs none of its scripts, and tells a number in E.164', async () => {
    const page = join(scratch, 'large.html');
    const row = '<tr><td>Somebody else</td><td>else@where.example</td></tr>';
    await writeFile(
      page,
      `<title>Lea Roth</title><body><main><h1>Lea Roth</h1><dl><dt>E-mail</dt><dd>lea@roth.example</dd>
       <dt>Phone</dt><dd>+49 30 5550 1234</dd></dl><script>document.querySelector('dl').remove()</script>
       <table><tr><th>Name</th><th>E-mail</th></tr>${row.repeat(80_000)}</table></main>`,
    );
    const { out } = await heed('detect', page, '--url', 'https://crm.example/c/71', '--generic', '--json');
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'customer',
      identifiers: [{ value: 'lea@roth.example' }, { value: '+49 30 5550 1234', e164: '+493055501234' }],
    });
  });

  it('takes an adapter from a file, and says what it missed', async () => {
    const [adapter, page] = [join(scratch, 'adapter.json'), join(scratch, 'page.html')];
    await writeFile(adapter, JSON.stringify(sample));
    await writeFile(page, '<body></body>');
    const { code, out } = await heed(
      'detect',
      page,
      '--url',
      'https://crm.example/record/7',
      '--adapter',
      adapter,
      '--json',
    );
    expect(code).toBe(0);
    const { outcome, missed }: Diagnosis = JSON.parse(out);
    expect(outcome).toBe('not-ready');
    expect(missed).toContainEqual({ field: 'ready', selector: expect.any(String) });
  });

  it.each([
    [
      'a file that isn’t there',
      ['no-such.html', '--url', 'https://a.example/'],
      'no-such.html: there is no such file',
    ],
    ['no address', [rtTicket], '--url'],
    ['an address that is none', [rtTicket, '--url', 'crm'], 'https://crm.example'],
    [
      'an adapter that is none',
      [rtTicket, '--url', 'https://a.example/', '--adapter', 'package.json'],
      'at id:',
    ],
    [
      'both ways at once',
      [rtTicket, '--url', 'https://a.example/', '--generic', '--adapter', 'x.json'],
      '--generic',
    ],
  ])('ends with 2 and says what to do about %s', async (_, args, words) => {
    const { code, out, err } = await heed('detect', ...args, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

describe.skipIf(captures.length === 0)(
  'captured pages in a real browser (skipped where ../shared/captures is not there)',
  () => {
    it('have the right customer or nobody by adapter, on every page of each CRM that has one', async () => {
      for (const [{ crm, file, truth }, found] of await ask(known, false)) {
        const expected = truth.externalId === null ? 'nobody' : 'customer';
        expect([file, found.adapter, found.outcome]).toEqual([file, crm, expected]);
        const ids = found.identifiers.flatMap(({ kind, value }) => (kind === 'externalId' ? value : []));
        expect([file, ...ids]).toEqual([file, ...(truth.externalId === null ? [] : [truth.externalId])]);
      }
    });

    it('are never wrong without an adapter, and right on at least 80 %', async () => {
      const found = await ask(captures, true);
      const shown = found.filter(([, { outcome }]) => outcome === 'customer');
      const wrong = shown.filter(([{ truth }, one]) => emailsOf(one).join() !== truth.email);
      expect(wrong.map(([{ file }]) => file)).toEqual([]);
      const lists = found.filter(([{ truth }]) => truth.email === null);
      expect(lists.map(([, { outcome }]) => outcome)).toEqual(lists.map(() => 'nobody'));
      expect(shown.length / (found.length - lists.length)).toBeGreaterThanOrEqual(0.8);
    });
  },
);
