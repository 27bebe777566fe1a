import type { ReactNode } from 'react';
import { judgeHeard } from '@/lib/domain/practice/judge';
import type {
  Hearable,
  PracticeItem,
  PracticeLanguage,
  PracticeLevel,
} from '@/lib/domain/practice/practice-item';
import { type PracticeSource, practiceSources } from '@/lib/domain/practice/practice-sources';
import type { PracticeCase } from '@/lib/ui/practice/practice-round';
import type { PracticeWords } from '@/lib/ui/words/practice-words';
import './practice.css';

type InWords = { w: PracticeWords; language: PracticeLanguage };

type AnswerProps = {
  said: ReactNode;
  why: string;
  source?: PracticeSource;
  w: PracticeWords;
};

function Answer({ said, why, source, w }: AnswerProps) {
  return (
    <div className="practice-answer" role="status">
      <div className="practice-said">{said}</div>
      <p dir="auto">{why}</p>
      {source && <p className="label">{w.source(practiceSources[source])}</p>}
    </div>
  );
}

type LevelProps = InWords & { item: PracticeItem; level: PracticeLevel };

/** What was answered to “at risk?”, and why we’d say so or otherwise. */
export function LevelAnswer({ item, level, w, language }: LevelProps) {
  const said =
    level === item.level ? w.same(w.levels[level]) : w.other(w.levels[level], w.levels[item.level]);
  return (
    <Answer said={<p dir="auto">{said}</p>} why={item.whyLevel[language]} source={item.levelSource} w={w} />
  );
}

/** Heard, missed, not said: each in words, where there is any. */
export function HeardLines({ title, all, w }: { title: string; all: readonly Hearable[]; w: PracticeWords }) {
  if (all.length === 0) return null;
  return (
    <p>
      <span className="muted">{title}:</span> {all.map((one) => w.hears[one]).join(', ')}
    </p>
  );
}

type HeardProps = InWords & { item: PracticeItem; chosen: readonly Hearable[] };

export function HeardAnswer({ item, chosen, w, language }: HeardProps) {
  const { heard, missed, notSaid } = judgeHeard(item, chosen);
  const said = (
    <>
      <HeardLines title={w.youHeard} all={heard} w={w} />
      <HeardLines title={w.youMissed} all={missed} w={w} />
      <HeardLines title={w.notSaid} all={notSaid} w={w} />
    </>
  );
  return <Answer said={said} why={item.whyHeard[language]} w={w} />;
}

type OpeningProps = InWords & { of: PracticeCase; chosen: string };

/** Why what was chosen fits or comes too early; then what would fit, and why. */
export function OpeningAnswer({ of: { item, openings }, chosen, w, language }: OpeningProps) {
  const mine = openings.find(({ id }) => id === chosen);
  const best = openings.find(({ id }) => id === item.good);
  if (!mine || !best) return null;
  const said = <p dir="auto">{mine.good ? w.fits : mine.intent[language]}</p>;
  return (
    <>
      <Answer said={said} why={mine.why[language]} source={mine.source} w={w} />
      {!mine.good && (
        <Answer
          said={<p dir="auto">{w.better(best.intent[language])}</p>}
          why={best.why[language]}
          source={best.source}
          w={w}
        />
      )}
    </>
  );
}
