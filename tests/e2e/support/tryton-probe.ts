import { tryton } from '@/lib/crm/adapters/tryton';
import { detect } from '@/lib/crm/detect';
import type { PageIdentity, PageReport } from '@/lib/crm/page-report';
import { createSightings } from '@/lib/crm/sightings';
import { createPageWatcher } from '@/lib/crm/watch/page-watcher';

/*
 * Runs in Tryton's own page from its start: the content script's own watcher, and beside it an eye that knows nothing
 * of adapters. Whenever something may have changed, whoever the watcher has reported must be whom the eye sees.
 */

export type Probed = {
  /** what was reported and could not be seen; as it should be: nothing */
  wrong: string[];
  looks: number;
  reports: number;
  /** everyone who was to be seen, in order */
  visible: string[];
};

type Eye = { code: string; name: string; contacts: string[] };

const probed: Probed = { wrong: [], looks: 0, reports: 0, visible: [] };
let reported: PageIdentity | null = null;
/** from a party's code to its number, as the server says; empty until it was asked */
let numbers: Record<string, number> = {};

function shown(css: string): HTMLElement[] {
  const pane = document.querySelector('#tabcontent > .tab-pane.active');
  return [...(pane?.querySelectorAll<HTMLElement>(css) ?? [])].filter((e) => e.checkVisibility());
}

function fieldValue(name: string): string {
  const inputs = shown(`input[name="${name}"]`) as HTMLInputElement[];
  return inputs.find((input) => !input.closest('.form-one2many'))?.value ?? '';
}

const look = (): Eye => ({
  code: fieldValue('code'),
  name: fieldValue('name'),
  contacts: shown('a[href^="mailto:"], a[href^="tel:"]').map((a) =>
    (a.getAttribute('href') ?? '').replace(/^\w+:/, ''),
  ),
});

function agrees({ name, people }: PageIdentity, eye: Eye): boolean {
  return people.flat().every((identifier) => {
    const number = numbers[eye.code];
    if (identifier.kind === 'externalId') return number === undefined || identifier.value === String(number);
    return name === eye.name && eye.contacts.includes(identifier.value);
  });
}

function check(): void {
  const eye = look();
  probed.looks++;
  if (eye.name !== '' && probed.visible.at(-1) !== eye.name) probed.visible.push(eye.name);
  if (reported && !agrees(reported, eye))
    probed.wrong.push(`${reported.key} under ${location.hash} while ${JSON.stringify(eye)}`);
}

const sightings = createSightings();
createPageWatcher({
  window,
  read: () => detect(new URL(location.href), document, [tryton], sightings),
  report(report: PageReport) {
    probed.reports++;
    reported = report.state === 'customer' ? report.identity : null;
    check();
  },
  signal: new AbortController().signal,
  isGenuine: (event) => event.isTrusted,
  firstSeq: 0,
});

// After the watcher's own, which come first by their age.
navigation.addEventListener('currententrychange', check);
new MutationObserver(check).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
});
const everyFrame = () => {
  check();
  requestAnimationFrame(everyFrame);
};
everyFrame();

Object.assign(globalThis, {
  heedEye: look,
  heedProbed: probed,
  heedOpen: () => {
    const eye = look();
    return location.hash.startsWith(`#crm/model/party.party/${numbers[eye.code]};`) ? eye.name : '';
  },
  heedNumbers: (known: Record<string, number>) => {
    numbers = known;
  },
});
