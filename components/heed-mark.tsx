/** The mark: an ear's curve listening to one point. The same drawing as `public/icon/heed.svg`. */
export function HeedMark({ size = 16 }: { size?: number }) {
  return (
    <svg className="heed-mark" width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden>
      <path
        d="M4.2 6.6a3.9 3.9 0 1 1 7.6 1.2c-.5 1.3-1.6 1.8-2 3-.4 1.400-1.300 2.400-2.700 2.400-1.100 0-1.900-.6-2.300-1.500"
        stroke="var(--accent)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <circle cx="8" cy="7" r="1.5" fill="var(--accent)" />
    </svg>
  );
}
