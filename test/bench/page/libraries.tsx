/** @file React and the whole of Mantine's core, and nothing else: the baseline of bundle.js. */
import * as Mantine from "@mantine/core";
import { createRoot } from "react-dom/client";

const root = document.createElement("main");
createRoot(root).render(<Mantine.MantineProvider>{Object.keys(Mantine)}</Mantine.MantineProvider>);
