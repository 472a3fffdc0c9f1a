import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { usePageTitle } from "@tuckshop/ui/announcer";
import { Awning } from "@tuckshop/ui/awning";
import { Card } from "@tuckshop/ui/card";
import { forgetStaff } from "./forget-staff.ts";
import { SignInForm } from "./sign-in-form.tsx";

const route = getRouteApi("/login");

export function LoginPage() {
  const [shop] = trpc.shop.info.useSuspenseQuery();
  const { next } = route.useSearch();
  const router = useRouter();
  const cache = useQueryClient();
  const { staff } = trpc.useUtils();
  usePageTitle("Sign in", `${shop.name} staff`);
  return (
    <>
      <Awning />
      <main className="mx-auto grid w-full max-w-[26rem] gap-5 px-4 pt-[min(12vh,96px)] pb-10">
        <header className="grid gap-1">
          <p className="font-display text-h3 text-ink-2">{shop.name}</p>
          <h1>Behind the counter</h1>
        </header>
        <Card>
          <SignInForm
            onSignedIn={(member) => {
              forgetStaff(cache);
              staff.session.current.setData(undefined, member);
              void router.navigate({ href: next ?? "/", replace: true });
            }}
          />
        </Card>
        <p className="text-small text-ink-2">
          Forgotten the password? The owner of the shop can give you a new one.
        </p>
      </main>
    </>
  );
}
