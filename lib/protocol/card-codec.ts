import { decode, encode } from '@msgpack/msgpack';
import { type CardContent, cardContentSchema, contracts, driverCodes, riskLevels } from '@/lib/domain/card';
import { surveyKinds, surveyModes } from '@/lib/domain/response';
import { AppError } from '@/lib/platform/app-error';
import { DAY, SECOND } from '@/lib/platform/clock';
import { murmur3 } from '@/lib/platform/murmur3';

/*
 * A card as bytes:  version (1) · checksum of the rest (4) · MessagePack array
 *
 * Lists of codes stand as positions in the domain's own lists, so those lists only ever grow at their end. Instants
 * are whole seconds, days are days since 1970. A change of any of it is a new version.
 */

const VERSION = 1;
const HEADER = 5;
const SEED = 0x68656564;

const seconds = (instant: string) => Math.floor(Date.parse(instant) / SECOND);
const instant = (s: unknown) => (typeof s === 'number' ? new Date(s * SECOND).toISOString() : s);
const day = (d: unknown) => (typeof d === 'number' ? new Date(d * DAY).toISOString().slice(0, 10) : d);
const at = <T>(list: readonly T[], position: unknown): T | undefined =>
  typeof position === 'number' ? list[position] : undefined;

function toArray(card: CardContent): unknown[] {
  const { score, risk, openCase } = card;
  return [
    score && [
      score.value,
      seconds(score.at),
      surveyKinds.indexOf(score.kind),
      surveyModes.indexOf(score.mode),
    ],
    card.earlier.map((e) => [e.value, seconds(e.at)]),
    riskLevels.indexOf(risk.level),
    risk.points,
    risk.drivers.map((d) => [driverCodes.indexOf(d.code), d.points]),
    seconds(risk.at),
    card.tier,
    card.since && Date.parse(card.since) / DAY,
    card.contract && contracts.indexOf(card.contract),
    card.contacts90,
    card.lastContactAt && seconds(card.lastContactAt),
    card.lastReasons,
    card.brokenPromises,
    openCase && seconds(openCase.dueAt),
    (card.complaintOpen ? 1 : 0) | (card.supportNeeded ? 2 : 0) | (card.doNotContact ? 4 : 0),
  ];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function fromArray(fields: unknown[]): unknown {
  const [score, earlier, level, points, drivers, riskAt, tier, since, contract, contacts90] = fields;
  const [lastContactAt, lastReasons, brokenPromises, caseDueAt, flags] = fields.slice(10);
  const [value, scoreAt, kind, mode] = list(score);
  const has = (bit: number) => (typeof flags === 'number' ? (flags & bit) !== 0 : undefined);
  return {
    score: score && { value, at: instant(scoreAt), kind: at(surveyKinds, kind), mode: at(surveyModes, mode) },
    earlier: list(earlier).map((e) => ({ value: list(e)[0], at: instant(list(e)[1]) })),
    risk: {
      level: at(riskLevels, level),
      points,
      drivers: list(drivers).map((d) => ({ code: at(driverCodes, list(d)[0]), points: list(d)[1] })),
      at: instant(riskAt),
    },
    tier,
    since: day(since),
    contract: contract === null ? null : at(contracts, contract),
    contacts90,
    lastContactAt: instant(lastContactAt),
    lastReasons,
    brokenPromises,
    openCase: caseDueAt === null ? null : { dueAt: instant(caseDueAt) },
    complaintOpen: has(1),
    supportNeeded: has(2),
    doNotContact: has(4),
  };
}

/** @returns 45 to 100 bytes for most; fractions of a second are left off, and every instant comes back in UTC */
export function encodeCard(card: CardContent): Uint8Array<ArrayBuffer> {
  const body = encode(toArray(card));
  const bytes = new Uint8Array(HEADER + body.length);
  bytes[0] = VERSION;
  new DataView(bytes.buffer).setUint32(1, murmur3(body, SEED));
  bytes.set(body, HEADER);
  return bytes;
}

function decodeFields(body: Uint8Array): unknown {
  try {
    return fromArray(list(decode(body)));
  } catch (cause) {
    throw new AppError('damaged', 'a card can not be read', { cause });
  }
}

/**
 * @throws {AppError} `outdated` when its first byte says that a newer Heed wrote it; `damaged` when any other bit is not
 *   as it was written, or bytes are missing
 */
export function decodeCard(bytes: Uint8Array): CardContent {
  const version = bytes[0];
  if (version !== undefined && version > VERSION)
    throw new AppError('outdated', `a card of version ${version}; this Heed reads ${VERSION}`);
  if (version !== VERSION || bytes.length < HEADER) throw new AppError('damaged', 'not a card');
  const body = bytes.subarray(HEADER);
  const checksum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  if (murmur3(body, SEED) !== checksum) throw new AppError('damaged', 'a card’s checksum differs');
  const card = cardContentSchema.safeParse(decodeFields(body));
  if (!card.success) throw new AppError('damaged', 'not the fields of a card');
  return card.data;
}
