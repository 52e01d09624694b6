/**
 * @file Imported before any schema is made. Zod decides while a schema is made whether
 * to compile it, and probes for eval to find out: in the page the content security
 * policy refuses and reports that. The main process keeps the faster compiled form.
 */
import { z } from "zod";

z.config({ jitless: "document" in globalThis });
