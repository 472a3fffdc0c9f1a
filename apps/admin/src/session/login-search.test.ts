import { expect, test } from "vitest";
import { loginSearch } from "./login-search.ts";

test("signing in leads back to where one was", () => {
  expect(loginSearch({ next: "/orders?state=rounds" })).toEqual({ next: "/orders?state=rounds" });
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", 7])(
  "signing in never leads elsewhere: %s",
  (next) => {
    expect(loginSearch({ next })).toEqual({ next: undefined });
  },
);
