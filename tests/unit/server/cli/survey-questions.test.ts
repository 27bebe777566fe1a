import { describe, expect, it } from 'vitest';
import { completeSurvey, type SurveyFlags } from '@/server/cli/survey-questions';
import type { Terminal } from '@/server/cli/terminal';

/** Somebody who gives these answers, or nobody (null). */
function terminal(answers: string[] | null) {
  const said: string[] = [];
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers?.shift() ?? '';
  };
  const it: Terminal = {
    print: (text) => said.push(text),
    say: (text) => said.push(text),
    ask: answers === null ? null : ask,
    askSecret: null,
  };
  return { terminal: it, said, asked };
}

const complete: SurveyFlags = { kind: 'relational', mode: 'email', zone: 'Europe/London' };

describe('what must be known of a survey', () => {
  it('is taken from the flags, and nobody is asked', async () => {
    const { terminal: t, said, asked } = terminal([]);
    expect(await completeSurvey({ ...complete, attributable: true }, t)).toEqual({
      survey: { kind: 'relational', mode: 'email', confidentiality: 'attributable' },
      zone: 'Europe/London',
    });
    expect([said, asked]).toEqual([[], []]);
  });

  it('is asked until the answer is one', async () => {
    const { terminal: t, asked } = terminal([
      'both',
      'Transactional',
      'fax',
      'web',
      'London',
      'Europe/London',
      'yes',
    ]);
    expect(await completeSurvey({}, t)).toEqual({
      survey: { kind: 'transactional', mode: 'web', confidentiality: 'attributable' },
      zone: 'Europe/London',
    });
    expect(asked).toHaveLength(7);
  });

  it('is demanded by the names of all flags that are missing, where nobody can be asked', async () => {
    await expect(completeSurvey({ mode: 'web' }, terminal(null).terminal)).rejects.toThrow(
      'please do: --kind relational|transactional, --zone Europe/London',
    );
  });

  it('has a zone that there is', async () => {
    await expect(completeSurvey({ ...complete, zone: 'Mars' }, terminal([]).terminal)).rejects.toThrow(
      '--zone Mars: there is no such time zone',
    );
  });

  it.each<[string, SurveyFlags, string[] | null]>([
    ['nobody is there to say so', {}, null],
    ['the answer is no', {}, ['no']],
    ['there is no answer', {}, ['']],
    ['the answer is unclear', {}, ['sure?']],
  ])('is for totals only when %s, and it says so loudly', async (_what, flags, answers) => {
    const { terminal: t, said } = terminal(answers);
    const { survey } = await completeSurvey({ ...complete, ...flags }, t);
    expect(survey.confidentiality).toBe('aggregate-only');
    expect(said.join()).toContain('TOTALS ONLY');
  });

  it('is for totals only in silence when that was asked for', async () => {
    const { terminal: t, said, asked } = terminal(['yes']);
    const { survey } = await completeSurvey({ ...complete, aggregateOnly: true }, t);
    expect([survey.confidentiality, said, asked]).toEqual(['aggregate-only', [], []]);
  });
});
