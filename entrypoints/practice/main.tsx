import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { practiceLanguages } from '@/lib/domain/practice/practice-item';
import { language } from '@/lib/platform/language';
import { PracticeApp } from './app';

// The page asks nobody: the language that Heed speaks comes in its address, else it is the browser's.
const inAddress = practiceLanguages.find((one) => location.hash === `#${one}`);
const first = inAddress ?? language();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <PracticeApp first={first} random={Math.random} />
    </StrictMode>,
  );
