import { errorCode } from '@/lib/platform/app-error';
import type { CrmSite } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import type { Host } from './host';
import { saveFile } from './save-file';
import type { Outcome } from './settings-actions';
import type { WhyNoAdapter } from './words/crm-words';

const LARGEST = 1_000_000;

/** `where` in the file it went wrong, as a path: `pages.0.url`. */
export type AdapterImported =
  | { state: 'done'; label: string; site: CrmSite }
  | { state: 'not-imported'; why: WhyNoAdapter; where: string };

const not = (why: WhyNoAdapter, where = ''): AdapterImported => ({ state: 'not-imported', why, where });

function parsed(json: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return null;
  }
}

/** What can be done with the CRMs that Heed reads. Each shows what changed; only the import can go wrong in words. */
export function createAdapterActions({ host, refresh }: { host: Host; refresh: () => void }) {
  const then = (work: Promise<unknown>) => void work.then(refresh, refresh);
  return {
    remove: (id: string) => then(host.call('adapters.removeOwn', { id })),
    askAgain: (id: string, origin: string) => then(host.call('adapters.askAgain', { id, origin })),
    export: (id: string) =>
      then(host.call('adapters.export', { id }).then(({ json }) => saveFile(`heed-crm-${id}.json`, json))),
    /** @param site its match pattern */
    teach: (site: string): Promise<Outcome> =>
      host.call('teach.open', { site }).then(() => 'done' as const, errorCode),
    look: () => host.call('doctor.look', {}),
    async import(file: File): Promise<AdapterImported> {
      if (file.size > LARGEST) return not('too-large');
      const json = parsed(await file.text());
      if (!json) return not('no-json');
      const adapter = adapterSchema.safeParse(json.value);
      if (!adapter.success) return not('no-adapter', adapter.error.issues[0]?.path.join('.') ?? '');
      try {
        await host.call('adapters.import', { adapter: adapter.data });
        const { label, site } = adapter.data;
        return { state: 'done', label, site };
      } catch (error) {
        return not(errorCode(error) === 'bad-input' ? 'too-many' : 'went-wrong');
      } finally {
        refresh();
      }
    },
  };
}

export type AdapterActions = ReturnType<typeof createAdapterActions>;
