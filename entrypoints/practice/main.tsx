import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PracticeApp } from './app';

const first = navigator.language.startsWith('es') ? 'es' : 'en';
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <PracticeApp first={first} random={Math.random} />
    </StrictMode>,
  );
