/** @file Whether Caps Lock is on, as far as the last key told. */
import { useEffect, useState } from "react";

export function useCapsLock(): boolean {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => setOn(event.getModifierState("CapsLock"));
    window.addEventListener("keyup", listen);
    return () => window.removeEventListener("keyup", listen);
  }, []);
  return isOn;
}
