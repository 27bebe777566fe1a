import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

export type DemoOptions = {
  /** no window: walk the tour, leave screenshots, end */
  headless: boolean;
  /** where the store is asked to listen; the demo CRM takes the next one */
  port: number;
  /** the user's own files in place of the generated organisation */
  files: { customers: string; responses: string } | null;
  /** `YYYY-MM-DD`, the day that the store takes for today */
  asOf: string | null;
  /** ISO 3166: where phone numbers in the files are from that name no country */
  region: string;
};

export const USAGE = `npm start [-- OPTIONS]

  --headless             walk the tour without a window, also where there is a display
  --port N               the store's port (8787); the demo CRM takes the next one
  --as-of YYYY-MM-DD     the day that the store takes for today
  --help                 print this, and start nothing

Your own customers and their answers in place of the generated ones, both files together:
  --customers FILE.csv
  --responses FILE.csv
  --region XX            the country of phone numbers in them that name none (US)`;

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function readFiles(customers: string | undefined, responses: string | undefined): DemoOptions['files'] {
  if (customers === undefined && responses === undefined) return null;
  if (customers === undefined || responses === undefined) {
    throw new Error('--customers and --responses belong together');
  }
  for (const file of [customers, responses]) {
    if (!existsSync(file)) throw new Error(`There is no file ${file}`);
  }
  return { customers, responses };
}

/**
 * @returns null where the person only asks what may be typed
 * @throws Error in words for the person who typed it
 */
export function readOptions(args: string[]): DemoOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      headless: { type: 'boolean', default: false },
      port: { type: 'string', default: '8787' },
      customers: { type: 'string' },
      responses: { type: 'string' },
      region: { type: 'string', default: 'US' },
      'as-of': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_000)
    throw new Error(`--port ${values.port} is no port`);
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && (!/^\d{4}-\d\d-\d\d$/.test(asOf) || Number.isNaN(Date.parse(asOf)))) {
    throw new Error(`--as-of ${asOf} is no day: write it as 2018-06-30`);
  }
  const region = values.region.toUpperCase();
  if (!/^[A-Z]{2}$/.test(region))
    throw new Error(`--region ${values.region} is no country: write it as US or GB`);
  const files = readFiles(values.customers, values.responses);
  return { headless: values.headless || !hasDisplay(), port, files, asOf, region };
}
