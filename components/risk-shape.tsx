import type { BadgeLevel } from '@/lib/domain/badge-level';

/** Four shapes of the same size, told apart without colour: filled triangle, half-filled diamond, ring, dashed ring. */
function outline(level: BadgeLevel) {
  switch (level) {
    case 'at-risk':
      return <path d="M6 1.4 11 10.4H1Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />;
    case 'watch':
      return (
        <g strokeLinejoin="round" stroke="currentColor" strokeWidth="1.4">
          <path d="M6 .9 11.1 6 6 11.1.9 6Z" fill="none" />
          <path d="M6 .9V11.1L.9 6Z" fill="currentColor" />
        </g>
      );
    case 'ok':
      return <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.6" />;
    case 'unknown':
      return (
        <circle
          cx="6"
          cy="6"
          r="4.7"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="2.1 1.59"
        />
      );
  }
}

export function RiskShape({ level, size = 12 }: { level: BadgeLevel; size?: number }) {
  return (
    <svg className="risk-shape" data-shape={level} width={size} height={size} viewBox="0 0 12 12" aria-hidden>
      {outline(level)}
    </svg>
  );
}
