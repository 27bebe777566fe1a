import type { Command } from 'commander';
import type { Terminal } from '@/server/cli/terminal';
import { toJson, toText } from './describe-diagnosis';
import { readAdapterFile, readPageFile, readUrl } from './read-input';
import { WrongInput } from './wrong-input';

type Flags = { url?: string; adapter?: string; generic?: boolean; json?: boolean };

async function detectCommand(path: string, flags: Flags, terminal: Terminal): Promise<void> {
  const { adapter, generic = false } = flags;
  if (generic && adapter !== undefined)
    throw new WrongInput('--generic reads without any adapter. Leave it out, or leave out --adapter.');
  const url = readUrl(flags.url);
  const html = await readPageFile(path);
  const question = { adapter: adapter === undefined ? null : await readAdapterFile(adapter), generic };
  // Only here: everything else of `heed` works where there is no browser.
  const { withBrowser } = await import('./ask-browser');
  const diagnosis = await withBrowser(terminal.say, (ask) => ask({ url, html }, question));
  terminal.print(flags.json ? toJson(diagnosis) : toText(diagnosis));
}

/** Adds `heed detect`. */
export function addDetectCommand(program: Command, terminal: Terminal): void {
  program
    .command('detect')
    .description('which customer a saved page has open, and why: in a real browser, without a network')
    .argument('<file.html>')
    .option('--url <url>', 'the address that the page was saved from')
    .option('--adapter <file.json>', 'this adapter instead of those that Heed knows')
    .option('--generic', 'without any adapter, as on a CRM that nobody has heard of')
    .option('--json', 'one JSON object')
    .action((path: string, flags: Flags) => detectCommand(path, flags, terminal));
}
