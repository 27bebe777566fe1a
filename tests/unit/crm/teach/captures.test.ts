// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import { learn } from '@/lib/crm/teach/learn';
import { type Example, emptyLesson, type Lesson, type Pick, type PickAs } from '@/lib/crm/teach/lesson';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { showPage } from '../show-page';

type Truth = { externalId: string | null; name: string | null; email: string | null; kind: string };
type Capture = { file: string; url: string; truth: Truth };

const shared = join('..', 'shared', 'captures');
const present = existsSync(join(shared, 'rt', 'captures.json'));
const seen = '2026-11-27';

function capturesOf(crm: string): Capture[] {
  return present ? JSON.parse(readFileSync(join(shared, crm, 'captures.json'), 'utf8')) : [];
}

function open(crm: string, { file }: Capture): void {
  showPage(readFileSync(join(shared, crm, file), 'utf8'));
}

/** What a person would point at. */
function point(as: PickAs, css: string, text: string): Pick[] {
  const element = [...document.querySelectorAll(css)].find(
    (e) => !e.closest('[hidden]') && ('value' in e ? e.value : e.textContent?.trim()) === text,
  );
  if (!element) throw new Error(`nowhere on the page: ${text}`);
  return [{ element, as }];
}

function teach(crm: string, files: readonly string[], picks: (truth: Truth) => Pick[]): CrmAdapter {
  let lesson: Lesson = emptyLesson;
  for (const file of files) {
    const capture = capturesOf(crm).find((one) => one.file === file);
    if (!capture) throw new Error(file);
    open(crm, capture);
    const example: Example = {
      url: new URL(capture.url),
      document,
      picks: picks(capture.truth),
      complete: false,
    };
    const next = learn(lesson, example, seen);
    if ('problem' in next) throw new Error(next.problem);
    lesson = next;
  }
  const adapter = adapterOf(lesson, '127.0.0.1', seen);
  return adapterSchema.parse(adapter);
}

function shownBy(adapter: CrmAdapter, crm: string, capture: Capture): string | null {
  open(crm, capture);
  const found = detect(new URL(capture.url), document, [adapter]);
  const email = found.state === 'customer' && found.identity.people[0]?.find(({ kind }) => kind === 'email');
  return email ? email.value : null;
}

describe.skipIf(!present)(
  'taught on two captured pages (skipped where ../shared/captures is not there)',
  () => {
    const rtTicket = (truth: Truth) => point('email', '.requestors a', `${truth.name} <${truth.email}>`);
    const rtUser = (truth: Truth) => [
      ...point('email', '.EmailAddress .current-value', truth.email ?? ''),
      ...point('name', '.RealName .current-value', truth.name ?? ''),
    ];
    const party = (truth: Truth) => [
      ...point('email', '.column-char', truth.email ?? ''),
      ...point('name', 'input[name=name]', truth.name ?? ''),
    ];

    it.each([
      ['rt', ['ticket-1.html', 'ticket-3.html'], rtTicket, /^ticket/],
      ['rt', ['user-27.html', 'user-43.html'], rtUser, /^user-\d/],
      ['tryton', ['party-202.html', 'party-204.html'], party, /^party/],
    ] as const)(
      '%s is read rightly on all others, and nobody on lists: %s',
      (crm, files, picks, taught) => {
        const adapter = teach(crm, files, picks);
        const read = capturesOf(crm).map((capture) => [capture.file, shownBy(adapter, crm, capture)]);
        const truth = capturesOf(crm).map((c) => [c.file, taught.test(c.file) ? c.truth.email : null]);
        expect(read).toEqual(truth);
      },
      300_000,
    );
  },
);
