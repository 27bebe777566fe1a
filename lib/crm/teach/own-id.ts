/** What an adapter's id may be long. */
const LONGEST = 64;

/** Each host its own text: a hyphen is `q-` and a `q` is `qq`, so that `-` alone can stand for the dot. */
const spelled = (hostname: string) =>
  hostname.replace(/[^a-z0-9]|q/g, (one) => (one === '.' ? '-' : one === 'q' ? 'qq' : 'q-'));

/** 53 bits of a text (cyrb53), in 11 digits or fewer. */
function checksum(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 2654435761);
    low = Math.imul(low ^ text.charCodeAt(i), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return ((2_097_151 & low) * 4_294_967_296 + (high >>> 0)).toString(36);
}

/**
 * The id of what was taught on a host. No two hosts share one: `crm.acme.example` and `crm-acme.example` are two sites. Of
 * a name too long for an id the end is a checksum (`q0…`, which no shorter name spells).
 */
export function ownAdapterId(hostname: string): string {
  const host = hostname.toLowerCase();
  const id = `own-${spelled(host)}`;
  if (id.length <= LONGEST) return id;
  const sum = `q0${checksum(host)}`;
  return `${id.slice(0, LONGEST - sum.length).replace(/q+$/, '')}${sum}`;
}
