import { ShopProvider } from "@tuckshop/client/provider";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app.css";
import { BagProvider } from "./bag/bag-provider.tsx";
import { router } from "./routes.tsx";
import { applyTheme, savedTheme } from "./theme.ts";

applyTheme(savedTheme());

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
createRoot(root).render(
  <StrictMode>
    <ShopProvider url="/trpc">
      <BagProvider>
        <RouterProvider router={router} />
      </BagProvider>
    </ShopProvider>
  </StrictMode>,
);
