/** The id in a field that may hold an id, or the object itself once it is expanded. */
export function idOf(reference: string | { readonly id: string } | null): string {
  if (reference === null) return "";
  return typeof reference === "string" ? reference : reference.id;
}
