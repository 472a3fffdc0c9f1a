import { RouterProvider } from "@tanstack/react-router";
import { trpc } from "@tuckshop/client/react";
import { useState } from "react";
import { createAdminRouter } from "./router.ts";

export function App() {
  const api = trpc.useUtils();
  const [router] = useState(() => createAdminRouter(api));
  return <RouterProvider router={router} />;
}
