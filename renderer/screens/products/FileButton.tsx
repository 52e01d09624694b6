/** @file A button that lets one choose a file with a list. */
import { Button } from "@mantine/core";
import { useRef } from "react";
import { Icon } from "../../parts/Icon.tsx";

interface FileButtonProps {
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly onFile: (file: File) => Promise<void>;
}

export function FileButton({ label, isPrimary = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="xs"
        variant={isPrimary ? "filled" : "default"}
        leftSection={<Icon name="folder" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.gz,text/csv"
        className="sb-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file !== undefined) void onFile(file);
        }}
      />
    </>
  );
}
