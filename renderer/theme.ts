/** @file Points Mantine at our tokens (styles/tokens.css), so that light, dark and language switch in one place. */
import { Button, type CSSVariablesResolver, createTheme, Input, type MantineColorsTuple } from "@mantine/core";

const shiqing: MantineColorsTuple = [
  "#eef5f8",
  "#e4eff3",
  "#c6dde6",
  "#9cc3d1",
  "#6fa6ba",
  "#428aa4",
  "#1c7390",
  "#0b5b76",
  "#094a60",
  "#07394a",
];
const gray: MantineColorsTuple = [
  "#f3f4f5",
  "#eceef0",
  "#ebedef",
  "#dfe2e5",
  "#cfd4d8",
  "#7d858d",
  "#5d666f",
  "#434b53",
  "#2a3037",
  "#15191d",
];
const dark: MantineColorsTuple = [
  "#e6e9eb",
  "#b6bec5",
  "#97a1aa",
  "#717b85",
  "#3a424a",
  "#2c3339",
  "#20252a",
  "#181c20",
  "#121518",
  "#0f1214",
];

/** Heights of design.md: 28 in tables and heads, 32 elsewhere, 40 and 44 on the lock screen, 52 in meeting mode. */
const heights: Readonly<Record<string, string>> = { xs: "28px", sm: "32px", md: "40px", lg: "44px", xl: "52px" };
const paddings: Readonly<Record<string, string>> = { xs: "10px", sm: "12px", md: "20px", lg: "20px", xl: "24px" };
const textSizes: Readonly<Record<string, string>> = { xs: "13px", sm: "13px", md: "14px", lg: "15px", xl: "18px" };

// Mantine writes sizes as variables on the element itself, so a :root variable would lose: they are set per component.
function buttonVars(_: unknown, props: { size?: string | number | undefined }) {
  const size = String(props.size ?? "sm");
  return {
    root: {
      "--button-height": heights[size] ?? heights["sm"],
      "--button-padding-x": paddings[size] ?? paddings["sm"],
      "--button-fz": textSizes[size] ?? textSizes["sm"],
    },
  };
}

function inputVars(_: unknown, props: { size?: string | number | undefined }) {
  const size = String(props.size ?? "sm");
  return {
    wrapper: { "--input-height": heights[size] ?? heights["sm"], "--input-fz": textSizes[size] ?? textSizes["sm"] },
  };
}

export const theme = createTheme({
  colors: { shiqing, gray, dark },
  primaryColor: "shiqing",
  primaryShade: { light: 7, dark: 6 },
  black: "#15191d",
  fontFamily: "var(--sb-font)",
  fontFamilyMonospace: "var(--sb-font-mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "15px", xl: "20px" },
  lineHeights: { xs: "1.5", sm: "1.54", md: "1.57", lg: "1.47", xl: "1.4" },
  // Han system fonts have no true medium, so the two strong weights are one.
  fontWeights: { regular: "400", medium: "600", bold: "600" },
  headings: {
    fontWeight: "600",
    textWrap: "wrap",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "15px", lineHeight: "22px" },
      h3: { fontSize: "13px", lineHeight: "20px" },
    },
  },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "6px", xl: "6px" },
  defaultRadius: "sm",
  breakpoints: { xs: "36em", sm: "48em", md: "64em", lg: "68.75em", xl: "80em" },
  shadows: {
    xs: "none",
    sm: "none",
    md: "var(--sb-shadow-1)",
    lg: "var(--sb-shadow-1)",
    xl: "var(--sb-shadow-2)",
  },
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "default",
  components: {
    Button: Button.extend({ defaultProps: { size: "sm", variant: "default" }, vars: buttonVars }),
    Input: Input.extend({ defaultProps: { size: "sm" }, vars: inputVars }),
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"], withAsterisk: false },
    },
    Popover: { defaultProps: { shadow: "md", radius: "md" } },
    Menu: { defaultProps: { shadow: "md", radius: "md" } },
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--sb-surface)",
    "--mantine-color-text": "var(--sb-ink)",
    "--mantine-color-bright": "var(--sb-ink)",
    "--mantine-color-dimmed": "var(--sb-ink-3)",
    "--mantine-color-placeholder": "var(--sb-ink-3)",
    "--mantine-color-anchor": "var(--sb-accent)",
    "--mantine-color-default": "var(--sb-surface)",
    "--mantine-color-default-color": "var(--sb-ink)",
    "--mantine-color-default-border": "var(--sb-edge)",
    "--mantine-color-default-hover": "var(--sb-canvas)",
    "--mantine-color-error": "var(--sb-bad)",
    "--mantine-color-success": "var(--sb-ok)",
    "--mantine-color-disabled": "var(--sb-sunken)",
    "--mantine-color-disabled-color": "var(--sb-ink-3)",
    "--mantine-color-disabled-border": "var(--sb-line)",
    "--mantine-primary-color-filled": "var(--sb-accent-solid)",
    "--mantine-primary-color-filled-hover": "var(--sb-accent-hover)",
    "--mantine-primary-color-light": "var(--sb-accent-soft)",
    "--mantine-primary-color-light-color": "var(--sb-accent)",
  };
  return { variables: {}, light: shared, dark: shared };
};
