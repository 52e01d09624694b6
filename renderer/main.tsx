/**
 * @file Starts the page. Runs in the sandboxed renderer of Electron and in the
 * private browser window of the loopback host alike.
 */
import "./styles/base.css"; // before Mantine: it names the layers in order
import "./styles/mantine.css";
import "./styles/tokens.css";
import "./styles/controls.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { start } from "./app/gatekeeper.ts";
import { allowStyleText, handOutNonce } from "./app/style-nonce.ts";

allowStyleText();
handOutNonce();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void start();
