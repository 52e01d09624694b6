/** @file The shelf: its list, the form for a new product, or the import of a list. */
import { useScreen } from "../../state/screen.ts";
import { ImportShelf } from "./ImportShelf.tsx";
import { ProductForm } from "./ProductForm.tsx";
import { ProductList } from "./ProductList.tsx";

export function ProductsScreen() {
  const { place, back, replace } = useScreen();
  if (place.screen !== "products") return null;
  const toList = () => replace({ screen: "products" });
  if (place.doing === "create") {
    return (
      <ProductForm
        before={undefined}
        onDone={back} // The filled-in form is no place to come back to.
        onSaved={(id) => replace({ screen: "product", id })}
      />
    );
  }
  return place.doing === "import" ? <ImportShelf onDone={back} onTaken={toList} /> : <ProductList />;
}
