import { decoded } from '../decoded';

const ID_SEGMENT = /^(?=[\w-]*\d)(?:\d{1,20}|[a-z]{1,4}-?\d{2,}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-z]{15,24})$/i;
const ID_PARAMETER =
  /^(?:.*[_-]?id|no|nr|num|number|key|uuid|record|customer|client|contact|account|user|party|person|ticket|case)$/i;
const NOT_A_RECORD =
  /^(?:page|p|view|views|list|lists|filter|filters|queue|tab|offset|limit|step|reports?|dashboards?)$/i;
/** Before any id: the agent's own pages and the organisation's. */
const OWN =
  /^(?:settings?|preferences?|prefs|profile|my-?account|me|login|signin|einstellungen|profil|ajustes|perfil)$/i;
const NOT_OPEN = /^(?:new|create|add|search|results?)$/i;
const DASHBOARD =
  /^(?:dashboards?|home|start|index|inbox|overview|welcome|today|uebersicht|inicio|accueil|startseite)$/i;

export type RecordAddress = {
  /** what may be the record's id, in path, query and hash */
  ids: readonly string[];
  /** where nobody is open, whatever the page shows: the start page, settings, a form for someone new */
  nobody: boolean;
  /** a record is open, it seems */
  isRecord: boolean;
};

const idsIn = (segments: readonly string[]) =>
  segments.filter((segment, i) => ID_SEGMENT.test(segment) && !NOT_A_RECORD.test(segments[i - 1] ?? ''));

/** What a page's address says by itself. */
export function readAddress(url: URL): RecordAddress {
  const [hash = '', hashQuery = ''] = url.hash.replace(/^#!?/, '').split(/[?;]/);
  const segmentsOf = (path: string) =>
    path
      .split(/[/|]/)
      .map((segment) => decoded(segment) ?? segment)
      .filter(Boolean);
  const segments = [...segmentsOf(url.pathname), ...segmentsOf(hash)];
  const parameters = [...url.searchParams, ...new URLSearchParams(hashQuery)];
  const fromQuery = parameters.filter(([name, value]) => ID_PARAMETER.test(name) && ID_SEGMENT.test(value));
  const inPath = idsIn(segments);
  const ids = [...inPath, ...fromQuery.map(([, value]) => value)];
  const words = segments.map((segment) => segment.replace(/\.\w{2,5}$/, ''));
  const last = words.at(-1) ?? '';
  const start = ids.length === 0 && parameters.length === 0 && (last === '' || DASHBOARD.test(last));
  const before = inPath[0] === undefined ? words : segments.slice(0, segments.indexOf(inPath[0]));
  const nobody = start || NOT_OPEN.test(last) || before.some((word) => OWN.test(word));
  return { ids, nobody, isRecord: ids.length > 0 };
}
