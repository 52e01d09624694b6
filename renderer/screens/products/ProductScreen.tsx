/** @file One product: its page, or the form for its next version. */
import type { RecordId } from "../../../shared/model/primitives.ts";
import { versionsOf } from "../../../shared/rules/product-sheets.ts";
import { useShelf } from "../../data/shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useScreen } from "../../state/screen.ts";
import { products, product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { ProductForm } from "./ProductForm.tsx";
import { ProductPage } from "./ProductPage.tsx";

export function ProductScreen({ id }: { id: RecordId }) {
  const t = useT();
  const { place, back, replace } = useScreen();
  const shelf = useShelf();
  const toList = { label: t(products.title), onBack: back };
  if (shelf === undefined) {
    return (
      <>
        <PageHead title="" back={toList} />
        <Skeleton />
      </>
    );
  }
  const versions = versionsOf(shelf.sheets, id);
  const [newest] = versions;
  if (newest === undefined) {
    return (
      <>
        <PageHead title={t(words.missing)} back={toList} />
        <Empty title={t(words.missing)} why={t(words.missingWhy)} />
      </>
    );
  }
  const { edit, version } = place.screen === "product" ? place : {};
  if (edit === true) {
    return <ProductForm before={newest} onDone={back} onSaved={() => replace({ screen: "product", id })} />;
  }
  const shown = versions.find((sheet) => sheet.id === version) ?? newest;
  return <ProductPage key={shown.id} sheet={shown} versions={versions} />;
}
