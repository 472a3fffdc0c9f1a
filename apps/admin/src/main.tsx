/// <reference types="vite/client" />

import "./admin.css";
import { ShopProvider } from "@tuckshop/client/provider";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <ShopProvider url="/trpc">
      <App />
    </ShopProvider>
  </StrictMode>,
);
