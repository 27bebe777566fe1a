import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { generateOrganisation } from '@/demo/organisation/generate-organisation';
import { TELCO } from '@/tests/server/support/import-store';

type Answer = { score: number; words: string };
export type SpokenWords = { pleased: Answer; billed: Answer; letDown: Answer };

/** Set where pictures are taken that are committed: nothing of the shared data may stand in them. */
const forPictures = process.env.HEED_TOUR_PICTURES !== undefined;

function telco(): Answer[] {
  const rows: { score: string; comment: string }[] = parse(readFileSync(TELCO.responses), { columns: true });
  return rows
    .filter(({ score }) => score !== '')
    .map(({ score, comment }) => ({ score: Number(score), words: comment.trim() }));
}

function generated(): Answer[] {
  const { customers } = generateOrganisation({ start: new Date(), customers: 600 });
  return customers.flatMap(({ responses }) =>
    responses.flatMap(({ score, verbatim }) => (score === null ? [] : [{ score, words: verbatim }])),
  );
}

/**
 * What three customers said: real answers of a telecom's survey where they lie beside the checkout, generated ones where
 * they don't.
 */
export function spokenWords(): SpokenWords {
  const isReal = existsSync(TELCO.responses) && !forPictures;
  if (!isReal) console.log(`${TELCO.responses} isn't used: the words in these scripts are generated`);
  const answers = isReal ? telco() : generated();
  const first = (what: string, fits: (answer: Answer) => boolean): Answer => {
    const found = answers.find((a) => a.words.length >= 40 && a.words.length <= 180 && fits(a));
    if (!found) throw new Error(`None of these answers is ${what}`);
    return found;
  };
  const billed = first(
    'about a wrong bill',
    ({ score, words }) =>
      score <= 2 && /refund|overcharg|charged .{0,12}twice|charge on my bill|same invoice/i.test(words),
  );
  return {
    pleased: first('a pleased one', ({ score }) => score >= 9),
    billed,
    letDown: first('an unhappy one', ({ score, words }) => score <= 2 && words !== billed.words),
  };
}
