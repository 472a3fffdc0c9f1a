import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { Button } from "@tuckshop/ui/button";
import { forgetStaff } from "./forget-staff.ts";

/** Who is signed in, and the way out. */
export function WhoAmI() {
  const [me] = trpc.staff.session.current.useSuspenseQuery();
  const router = useRouter();
  const cache = useQueryClient();
  const signOut = trpc.staff.session.signOut.useMutation({
    onSuccess: async () => {
      await router.navigate({ to: "/login" });
      forgetStaff(cache);
    },
  });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 text-small">
      <p className="leading-tight">
        <span className="sr-only">Signed in as </span>
        <b className="block font-[650]">{me.name}</b>
        <span className="text-ink-2 capitalize">{me.role}</span>
      </p>
      <Button
        look="quiet"
        size="sm"
        className="-mx-2 px-2!"
        busy={signOut.isPending && "Signing out…"}
        onClick={() => signOut.mutate()}
      >
        Sign out
      </Button>
    </div>
  );
}
