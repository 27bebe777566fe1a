/** The mark: an ear's curve listening to one point. The same drawing as `public/icon/heed.svg`. */
export function HeedMark({ size = 16 }: { size?: number }) {
  return (
    <svg className="heed-mark" width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden>
      <path
        d="M4.2 6.7a3.8 3.8 0 1 1 7.4 1.2c-.5 1.3-1.5 1.7-1.9 2.9-.4 1.3-1.2 2.2-2.5 2.2-1 0-1.7-.5-2.1-1.3"
        stroke="var(--accent)"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
      <circle cx="7.9" cy="6.9" r="1.5" fill="var(--accent)" />
    </svg>
  );
}
