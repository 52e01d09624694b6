/** @file Our icons' lines: 16 px grid, 1.4 px stroke, current colour. Shown by Icon. */
import type { ReactNode } from "react";

export const drawings = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.3 10.3L14 14" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  check: <path d="M3 8.5l3.3 3.2L13 4.8" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  left: <path d="M10 3.5L5.5 8l4.5 4.5" />,
  right: <path d="M6 3.5L10.5 8 6 12.5" />,
  down: <path d="M3.5 6L8 10.5 12.5 6" />,
  up: <path d="M3.5 10L8 5.5 12.5 10" />,
  sortUp: <path d="M8 13V3M4.5 6.5L8 3l3.5 3.5" />,
  sortDown: <path d="M8 3v10M4.5 9.5L8 13l3.5-3.5" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  more: <path d="M3.5 8v.1M8 8v.1M12.5 8v.1" />,
  today: (
    <>
      <rect x="2.5" y="3" width="11" height="10.5" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M5.8 9.8l1.6 1.5 2.8-3" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.5" y="3" width="11" height="10.5" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
    </>
  ),
  clients: (
    <>
      <circle cx="6" cy="5.3" r="2.5" />
      <path d="M1.5 13.5c.3-2.7 2-4.2 4.5-4.2s4.2 1.5 4.5 4.2M10.5 3.1a2.4 2.4 0 0 1 0 4.5M12 9.7c1.5.5 2.3 1.8 2.5 3.8" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.8" />
      <path d="M2.8 14c.4-3 2.3-4.5 5.2-4.5s4.8 1.5 5.2 4.5" />
    </>
  ),
  company: <path d="M3 14V2.5h6.5V14M9.5 6.5H13V14M1.5 14h13M5.3 5.2h1.9M5.3 8h1.9M5.3 10.8h1.9" />,
  contact: <path d="M2 3.5h12v8H7l-3 2.5v-2.5H2zM5 6.3h6M5 8.7h4" />,
  assess: (
    <>
      <rect x="3" y="2.5" width="10" height="12" rx="1.2" />
      <path d="M6 2.5V1.3h4v1.2M5.5 6.5h1M8.5 6.5h2.5M5.5 9h1M8.5 9h2.5M5.5 11.5h1M8.5 11.5h2.5" />
    </>
  ),
  products: <path d="M8 1.8l5.7 3.1v6.2L8 14.2l-5.7-3.1V4.9zM2.3 4.9L8 8l5.7-3.1M8 8v6.2" />,
  sync: <path d="M5 13.5v-10M5 3.5L2.5 6M5 3.5L7.5 6M11 2.5v10M11 12.5L8.5 10M11 12.5l2.5-2.5" />,
  settings: (
    <>
      <path d="M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7" />
      <circle cx="10.7" cy="4.5" r="1.8" />
      <circle cx="5.2" cy="11.5" r="1.8" />
    </>
  ),
  shield: <path d="M8 1.5l5.5 2v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5.5 7.8l1.9 1.8 3.1-3.4" />,
  eye: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  eyeOff: (
    <path d="M6.3 3.7A6.6 6.6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-2 2.5M4.3 4.8A11.5 11.5 0 0 0 1.5 8S4 12.5 8 12.5c1.2 0 2.3-.4 3.2-.9M6.6 6.6a2 2 0 0 0 2.8 2.8M2.5 2.5l11 11" />
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.2" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="11" r="3" />
      <path d="M7.2 8.8l6.3-6.3M11 5l2 2M9 7l1.5 1.5" />
    </>
  ),
  undo: <path d="M5 3L2 6l3 3M2 6h7.5a4 4 0 0 1 0 8H6" />,
  document: <path d="M4 1.8h5l3.5 3.5v9H4zM9 1.8v3.5h3.5M6 8.5h4.5M6 11h4.5" />,
  import: <path d="M8 2v8M8 10L5 7M8 10l3-3M2.5 9.5v4h11v-4" />,
  export: <path d="M8 10V2M8 2L5 5M8 2l3 3M2.5 9.5v4h11v-4" />,
  phone: (
    <path d="M3 2.5h2.8l1.2 3-1.7 1.2a8 8 0 0 0 4 4l1.2-1.7 3 1.2V13c0 .6-.4 1-1 1C7 13.7 2.3 9 2 3.5c0-.6.4-1 1-1z" />
  ),
  face: (
    <>
      <circle cx="4.5" cy="4" r="1.7" />
      <circle cx="11.5" cy="4" r="1.7" />
      <path d="M2.2 13.5V9.3c0-1.3 1-2 2.3-2M13.8 13.5V9.3c0-1.3-1-2-2.3-2M5.5 9.5h5M8 9.5v4" />
    </>
  ),
  wechat: (
    <path d="M6.3 2.5c2.6 0 4.5 1.6 4.5 3.7S8.9 9.9 6.3 9.9c-.5 0-1-.1-1.5-.2L3 10.8V9C2.1 8.3 1.6 7.3 1.6 6.2c0-2.1 2-3.7 4.7-3.7zM11 6.2c2.1.2 3.5 1.6 3.5 3.3 0 .9-.4 1.7-1.1 2.3v1.5l-1.5-.8c-2 .4-4-.5-4.7-2.1" />
  ),
  email: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1" />
      <path d="M2.5 4.5L8 9l5.5-4.5" />
    </>
  ),
  sms: (
    <>
      <rect x="4" y="1.5" width="8" height="13" rx="1.5" />
      <path d="M7 12h2M6.2 5h3.6M6.2 7.5h2.3" />
    </>
  ),
  live: (
    <>
      <rect x="1.5" y="4" width="9" height="8" rx="1.2" />
      <path d="M10.5 7l4-2v6l-4-2" />
    </>
  ),
  pencil: <path d="M2.5 13.5l.8-3L10.8 3l2.2 2.2-7.5 7.5zM9.3 4.5l2.2 2.2" />,
  filter: <path d="M2 3.5h12M4.5 8h7M6.5 12.5h3" />,
  columns: <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />,
  branch: (
    <>
      <rect x="6" y="1.8" width="4" height="3.4" />
      <rect x="1.5" y="10.5" width="4" height="3.4" />
      <rect x="10.5" y="10.5" width="4" height="3.4" />
      <path d="M8 5.2V8M3.5 10.5V8h9v2.5" />
    </>
  ),
  folder: <path d="M2 13V3.5h4l1.5 2H14V13z" />,
  microphone: (
    <>
      <rect x="6" y="1.5" width="4" height="8" rx="2" />
      <path d="M3.5 7.5a4.5 4.5 0 0 0 9 0M8 12v2.5M5.5 14.5h5" />
    </>
  ),
  picture: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1" />
      <circle cx="5.5" cy="6.3" r="1.2" />
      <path d="M2.5 12l3.5-3.5 2.5 2 2.5-3 3 3" />
    </>
  ),
  link: <path d="M6.5 9.5l3-3M7 4.5l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5L7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7" />,
  pen: <path d="M2 13.5c2-3 3.5-7 5-7s-.5 5 1 5 1.5-2.5 2.5-2.5 0 2 1.5 2 1.5-1 2-1.5" />,
  play: <path d="M5 3l8 5-8 5z" />,
  stop: <rect x="4" y="4" width="8" height="8" rx="1" />,
  minus: <path d="M3 8h10" />,
  print: <path d="M4.5 5.5v-4h7v4M4.5 11.5H2v-6h12v6h-2.5M4.5 9.5h7v5h-7z" />,
  qr: (
    <path d="M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h1.5v1.5M13.5 9.5v1.5M9.5 13.5h1M13.5 13v.5h-1" />
  ),
  language: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c2.2 2 2.8 4 2.8 6s-.6 4-2.8 6c-2.2-2-2.8-4-2.8-6s.6-4 2.8-6z" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.5" y="4" width="13" height="8.5" rx="1.2" />
      <path d="M4 6.5v.1M6.7 6.5v.1M9.3 6.5v.1M12 6.5v.1M5 10h6" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
    </>
  ),
  dark: <path d="M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2z" />,
  pause: <path d="M5.5 3v10M10.5 3v10" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.7" />
    </>
  ),
  struck: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M3.8 3.8l8.4 8.4" />
    </>
  ),
  circleCheck: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5.2 8.2l2 1.9 3.6-4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.3v3.7M8 4.9v.1" />
    </>
  ),
  triangle: <path d="M8 2l6.5 11.5h-13zM8 6.3v3.5M8 11.6v.1" />,
  missing: (
    <>
      <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.3" />
      <path d="M8 4.8v3.6M8 11v.1" />
    </>
  ),
  octagonCross: <path d="M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" />,
  hexagonCheck: <path d="M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8zM5.5 8l1.8 1.7 3.2-3.5" />,
  doubleCheck: <path d="M2.5 8.5l3 3 5-6M8.5 11l.5.5 5-6" />,
  brackets: <path d="M5.5 2.5h-3v11h3M10.5 2.5h3v11h-3M8 5.5v.1M8 8v.1M8 10.5v.1" />,
  sheets: (
    <>
      <rect x="2" y="2" width="8.5" height="8.5" rx="1" />
      <path d="M5.5 13.5h7a1 1 0 0 0 1-1v-7" />
    </>
  ),
  fork: (
    <>
      <circle cx="8" cy="13" r="1.5" />
      <circle cx="3.5" cy="3" r="1.5" />
      <circle cx="12.5" cy="3" r="1.5" />
      <path d="M8 11.5V9c0-2.5-4.5-1.5-4.5-4.5M8 9c0-2.5 4.5-1.5 4.5-4.5" />
    </>
  ),
  envelopeCross: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1" />
      <path d="M5.8 6l4.4 4M10.2 6l-4.4 4" />
    </>
  ),
  dottedClock: (
    <>
      <circle cx="8" cy="8" r="6" strokeDasharray="1.5 2.3" />
      <path d="M8 5v3.2l2 1.2" />
    </>
  ),
  arrowBack: <path d="M9 4L3.5 8 9 12V9.5c2.5 0 4 .8 5 2.5 0-3.5-1.8-5.5-5-5.7z" />,
  plusBox: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M8 5.3v5.4M5.3 8h5.4" />
    </>
  ),
  turn: <path d="M13.5 8A5.5 5.5 0 1 1 11.9 4.1M13.5 2v3h-3" />,
  equals: <path d="M3.5 6h9M3.5 10h9" />,
} as const satisfies Record<string, ReactNode>;
