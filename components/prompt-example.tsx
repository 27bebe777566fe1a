import type { ExamplePart } from '@/lib/domain/fill-example';
import { formatWords } from '@/lib/ui/words/format-words';
import { promptWords as w } from '@/lib/ui/words/prompt-words';
import { TwoLines } from './ui/two-lines';
import './prompt-example.css';

type Props = { parts: readonly ExamplePart[]; open: boolean; onToggle: () => void };

function Part({ part }: { part: ExamplePart }) {
  if ('said' in part) return part.said;
  if ('told' in part) return <bdi className="sensitive">{part.told}</bdi>;
  const what = w.blanks[part.blank];
  return (
    <span className="prompt-gap">
      <span aria-hidden>{w.gap(what)}</span>
      <span className="visually-hidden">{w.blank(what)}</span>
    </span>
  );
}

/** Words that could be said. A gap in them can't be taken for words: Heed doesn't know what stands there. */
export function PromptExample({ parts, open, onToggle }: Props) {
  return (
    <TwoLines className="prompt-example" open={open} onToggle={onToggle}>
      {formatWords.openQuote}
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a gap can stand twice in one example, which never changes its order.
        <Part key={i} part={part} />
      ))}
      {formatWords.closeQuote}
    </TwoLines>
  );
}
