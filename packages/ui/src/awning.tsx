/** The strip on top of every page, in the tones of the counter; its stripes travel while a page loads. */
export function Awning({ loading = false }: { loading?: boolean }) {
  return <div className="awning" data-loading={loading || undefined} aria-hidden="true" />;
}
