import { words } from '@/lib/ui/words/words';

const STEP = 6;
const BAR = 4;
const HEIGHT = 16;

/** Up to five scores as bars, oldest first; the last one is the one in the text beside it. Small on purpose. */
export function SparkBars({ scores }: { scores: readonly number[] }) {
  const label = words.told.earlier(scores.join(', '));
  return (
    <svg
      className="spark-bars"
      width={scores.length * STEP - (STEP - BAR)}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {scores.map((score, i) => {
        const height = 2 + (score / 10) * (HEIGHT - 2);
        const last = i === scores.length - 1;
        const id = `${i}:${score}`;
        return (
          <rect
            key={id}
            x={i * STEP}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            fill="currentColor"
            opacity={last ? 1 : 0.45}
          />
        );
      })}
    </svg>
  );
}
