import { PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { lookupWords } from '@/lib/ui/words/lookup-words';
import { practiceWords } from '@/lib/ui/words/practice-words';
import { words } from '@/lib/ui/words/words';
import { Spoken } from '../spoken';
import { Button } from '../ui/button';
import '../tokens.css';
import '../base.css';
import './lookup.css';

type Props = {
  onOpenPanel: () => void;
  onPractice: () => void;
  onSettings: () => void;
  children: ReactNode;
};

const w = lookupWords;

/** The popup: what there is to do above, the ways on from here at its foot. */
export function LookupFrame({ onOpenPanel, onPractice, onSettings, children }: Props) {
  return (
    <Spoken>
      <main className="lookup">
        {children}
        <footer className="lookup-foot">
          <Button onPress={onOpenPanel}>
            <PanelRight size={16} strokeWidth={1.75} aria-hidden />
            {w.openPanel}
          </Button>
          <span className="lookup-links">
            <Button look="link" onPress={onPractice}>
              {practiceWords.title}
            </Button>
            <Button look="link" onPress={onSettings}>
              {words.header.settings}
            </Button>
          </span>
        </footer>
      </main>
    </Spoken>
  );
}
