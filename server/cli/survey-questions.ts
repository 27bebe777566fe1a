import { type SurveyKind, type SurveyMode, surveyKinds, surveyModes } from '@/lib/domain/response';
import type { Survey } from '@/server/import/write-responses';
import { zonedTime } from '@/server/import/zoned-time';
import type { Terminal } from './terminal';

export type SurveyFlags = {
  kind?: SurveyKind;
  mode?: SurveyMode;
  zone?: string;
  attributable?: boolean;
  aggregateOnly?: boolean;
};

type Question<T extends string> = { flag: string; text: string; check(answer: string): T | null };

function oneOf<T extends string>(choices: readonly T[]) {
  return (answer: string): T | null => choices.find((choice) => choice === answer.toLowerCase()) ?? null;
}

/** @returns the zone if this machine knows it */
function knownZone(zone: string): string | null {
  try {
    zonedTime(zone);
    return zone;
  } catch {
    return null;
  }
}

const kindQuestion: Question<SurveyKind> = {
  flag: `--kind ${surveyKinds.join('|')}`,
  text: `Is the survey about the company as a whole or about one event (${surveyKinds.join(', ')})? `,
  check: oneOf(surveyKinds),
};
const modeQuestion: Question<SurveyMode> = {
  flag: `--mode ${surveyModes.join('|')}`,
  text: `How was it asked (${surveyModes.join(', ')})? `,
  check: oneOf(surveyModes),
};
const zoneQuestion: Question<string> = {
  flag: '--zone Europe/London',
  text: 'In which time zone are its times written (such as Europe/London)? ',
  check: knownZone,
};

async function askUntil<T extends string>(
  ask: NonNullable<Terminal['ask']>,
  question: Question<T>,
): Promise<T> {
  for (;;) {
    const answer = question.check(await ask(question.text));
    if (answer !== null) return answer;
  }
}

const AGGREGATE_ONLY = `
  Nobody said that the people who answered were told their names would go with it.
  The answers are stored for TOTALS ONLY: no rep sees them on any customer.
  If they were told, run it again with --attributable.
`;

async function confidentiality(flags: SurveyFlags, terminal: Terminal): Promise<Survey['confidentiality']> {
  if (flags.attributable) return 'attributable';
  if (flags.aggregateOnly) return 'aggregate-only';
  const answer = await terminal.ask?.(
    'Were the people told that their name goes with the answer (yes, no)? ',
  );
  if (answer && /^y(es)?$/i.test(answer)) return 'attributable';
  terminal.say(AGGREGATE_ONLY);
  return 'aggregate-only';
}

/**
 * What must be known of a survey before its answers mean anything: from the flags, else asked.
 * @throws Error that names every flag that is missing, where nobody can be asked
 */
export async function completeSurvey(
  flags: SurveyFlags,
  terminal: Terminal,
): Promise<{ survey: Survey; zone: string }> {
  if (flags.zone !== undefined && knownZone(flags.zone) === null) {
    throw new Error(`--zone ${flags.zone}: there is no such time zone. It is written like Europe/London.`);
  }
  const { ask } = terminal;
  if (ask === null) {
    const missing = [
      flags.kind === undefined && kindQuestion.flag,
      flags.mode === undefined && modeQuestion.flag,
      flags.zone === undefined && zoneQuestion.flag,
    ].filter(Boolean);
    if (missing.length > 0) throw new Error(`The file doesn't say it, so please do: ${missing.join(', ')}`);
  }
  const answer = async <T extends string>(given: T | undefined, question: Question<T>): Promise<T> => {
    if (given !== undefined) return given;
    if (ask === null) throw new Error(`Missing: ${question.flag}`);
    return askUntil(ask, question);
  };
  const kind = await answer(flags.kind, kindQuestion);
  const mode = await answer(flags.mode, modeQuestion);
  const zone = await answer(flags.zone, zoneQuestion);
  return { survey: { kind, mode, confidentiality: await confidentiality(flags, terminal) }, zone };
}
