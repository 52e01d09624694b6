/**
 * @file Imported before anything else: zod asks whether it may compile code whenever an
 * object schema is made, and the content security policy refuses and reports that. Told
 * beforehand, it does not ask.
 */
import { z } from "zod";

z.config({ jitless: true });
