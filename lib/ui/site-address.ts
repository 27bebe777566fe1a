import { z } from 'zod';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** What a person typed or pasted as an address, with the scheme they left out; null for what is none. */
export function readAddress(typed: string): URL | null {
  const text = typed.trim();
  const loopback = /^(127\.|localhost|\[::1\])/.test(text);
  const full = /^[a-z]+:\/\//i.test(text) ? text : `${loopback ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  const named = LOOPBACK.test(url.hostname) || /^[^.*\s]+(\.[^.*\s]+)+$/.test(url.hostname);
  return web && named && url.username === '' ? url : null;
}

/** The store gets tokens and customers' words: in the open only to this very computer. */
export function isSafeStore(url: URL): boolean {
  return url.protocol === 'https:' || LOOPBACK.test(url.hostname);
}

/** Words for what is wrong with an address. */
export type AddressWords = { notAnAddress: string; notSafe: string };

/** One field `address`. @param forStore only addresses that tokens may be sent to */
export function addressSchema(words: AddressWords, forStore: boolean) {
  return z.object({
    address: z.string().check((ctx) => {
      const url = readAddress(ctx.value);
      const message = url === null ? words.notAnAddress : words.notSafe;
      const fine = url !== null && (!forStore || isSafeStore(url));
      if (!fine) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    }),
  });
}

/** The narrowest permission for an address: its origin. Firefox knows no ports in patterns. */
export function permissionFor(url: URL, knowsPorts: boolean): string {
  return `${url.protocol}//${knowsPorts ? url.host : url.hostname}/*`;
}

/** A match pattern as a person would write it: `crm.example.com`, `http://10.0.0.5`. */
export function siteName(pattern: string): string {
  return pattern.replace(/^(https|\*):\/\//, '').replace(/\/\*$/, '');
}
