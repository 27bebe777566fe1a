import type { ReactNode } from 'react';
import type { PracticeLanguage } from '@/lib/domain/practice/practice-item';
import type { PracticeWords } from '@/lib/ui/words/practice-words';
import { HeedMark } from '../heed-mark';
import { Segmented } from '../ui/segmented';
import '../tokens.css';
import '../base.css';
import './practice.css';

type Props = {
  w: PracticeWords;
  language: PracticeLanguage;
  onSpeak: (language: PracticeLanguage) => void;
  children: ReactNode;
};

/** The page’s frame: what this is, that it is invented, and that nothing of it leaves. */
export function PracticePage({ w, language, onSpeak, children }: Props) {
  return (
    <main className="practice" lang={language}>
      <header>
        <h1>
          <HeedMark size={24} />
          {w.title}
        </h1>
        <p>{w.lead}</p>
        <p className="muted">{w.private}</p>
        <Segmented
          label={w.language}
          options={w.languages}
          value={language}
          onChange={(next) => next && next !== language && onSpeak(next)}
        />
      </header>
      {children}
      <footer className="label">
        <p>{w.invented}</p>
        <p>{w.keys}</p>
      </footer>
    </main>
  );
}
