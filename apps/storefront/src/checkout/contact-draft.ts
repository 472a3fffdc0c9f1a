import * as z from "zod/mini";

const place = "tuckshop.contact";

/** What the shopper has typed so far; for this tab only, so that a shared phone forgets it. */
const ContactDraft = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  line1: z.string(),
  landmark: z.string(),
  note: z.string(),
});
export type ContactDraft = z.infer<typeof ContactDraft>;

const empty: ContactDraft = { name: "", phone: "", email: "", line1: "", landmark: "", note: "" };

export function contactDraft(): ContactDraft {
  try {
    return ContactDraft.parse(JSON.parse(sessionStorage.getItem(place) ?? "null"));
  } catch {
    return empty; // nothing typed yet, or something that an older page wrote
  }
}

export function keepContactDraft(draft: ContactDraft): void {
  sessionStorage.setItem(place, JSON.stringify(draft));
}
