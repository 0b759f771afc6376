const units = [
  ["year", 31_536_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Writes seconds in their one or two largest units: `5 minutes 1 second`. */
export function formatSeconds(seconds: number): string {
  const largest = units.findIndex(([, length]) => seconds >= length);
  if (largest < 0) return `${seconds} seconds`;
  let rest = seconds;
  const parts = units.slice(largest, largest + 2).map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? "" : `${count} ${unit}${count === 1 ? "" : "s"}`;
  });
  return parts.filter((part) => part !== "").join(" ");
}
