import babel from '@rolldown/plugin-babel';
import { reactCompilerPreset } from '@vitejs/plugin-react';

/** Components render anew only where what they show has changed. What the compiler can't follow it leaves as it is. */
export const reactCompiler = () => babel({ presets: [reactCompilerPreset()] });
