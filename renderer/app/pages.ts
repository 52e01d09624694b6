/** @file The pages of the navigation, in order and in groups. Only what exists. */
import type { IconName } from "../parts/Icon.tsx";
import type { Place } from "../state/screen.ts";
import { app } from "../text/app.ts";
import type { Sentence } from "../text/text.ts";

export interface Page {
  readonly name: Sentence;
  /** For the rail, where the name is too long for it: two Han. */
  readonly short?: Sentence;
  readonly icon: IconName;
  readonly place: Place;
  /** Screens that count as being on this page. */
  readonly covers: readonly Place["screen"][];
}

export const pageGroups: readonly (readonly Page[])[] = [
  [
    {
      name: app.nav.clients,
      icon: "clients",
      place: { screen: "clients" },
      covers: ["clients", "client", "result"],
    },
    { name: app.nav.contacts, icon: "contact", place: { screen: "contacts" }, covers: ["contacts"] },
  ],
  [
    {
      name: app.nav.products,
      short: app.nav.productsShort,
      icon: "products",
      place: { screen: "products" },
      covers: ["products", "product", "match", "gate", "decision"],
    },
  ],
  [
    { name: app.nav.sync, icon: "sync", place: { screen: "sync" }, covers: ["sync"] },
    { name: app.nav.settings, icon: "settings", place: { screen: "settings" }, covers: ["settings"] },
  ],
];

/** In the order of Alt 1, Alt 2 ... */
export const pages: readonly Page[] = pageGroups.flat();
