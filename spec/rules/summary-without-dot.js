/**
 * A summary is a title: in a menu, a page's heading, a list of examples. Titles end without a dot.
 */
export const SummaryWithoutDot = () => ({
  Operation: check,
  Example: check,
});

function check({ summary }, { report, location }) {
  if (summary?.trimEnd().endsWith("."))
    report({ message: "A summary is a title: end it without a dot.", location: location.child("summary") });
}
